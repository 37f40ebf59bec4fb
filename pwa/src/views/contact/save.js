/** Keeps a part of the care card, and says so. */
import { put } from '../../state/records.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';

/**
 * @param {Record<string, unknown>} set
 * @returns {Promise<boolean>} whether it is stored
 */
export async function keepCard(set) {
  const id = await stored(() => put('care_card', {}, set));
  if (id) announce('Saved on this phone.');
  return id !== null;
}
