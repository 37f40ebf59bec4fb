/** Keeps an answer about the person, and says so. */
import { setProfile } from '../../state/profile.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';

/**
 * @param {Partial<import('../../domain/profile.js').Profile>} set
 * @returns {Promise<boolean>} whether it is stored
 */
export async function keep(set) {
  const id = await stored(() => setProfile(set));
  if (id) announce('Saved on this phone.');
  return id !== null;
}
