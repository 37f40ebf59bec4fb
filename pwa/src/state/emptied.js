/** A phone whose browser has cleared what the app stored. */
import { ApiError, call } from '../data/api.js';
import { forgetSignedIn, saysSignedIn } from '../data/signed-in.js';

/** The first screen waits so long for an answer that only an emptied phone asks for. */
const WHO_MS = 8_000;

/**
 * The cookies are left: whoever is still signed in reads the diary anew.
 * @returns {Promise<import('../data/device.js').Current | null>} null: nobody is, or the server cannot be asked now
 */
export async function afterEviction() {
  if (!saysSignedIn()) return null;
  try {
    const { account, space } = await call('GET', 'me', undefined, { timeoutMs: WHO_MS });
    return { space, mode: 'account', account };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) forgetSignedIn();
    return null;
  }
}
