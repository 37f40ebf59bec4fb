/** A share as its owner's phones see it: who may see what, until when. Pure. */

/**
 * @typedef {object} Share
 * @property {string} id
 * @property {string} label
 * @property {{id: string, display_name: string} | null} caregiver
 * @property {string[]} read - scope ids
 * @property {string[]} write - scope ids
 * @property {string | null} until - date, inclusive
 * @property {'offered' | 'accepted' | 'active' | 'paused' | 'ended'} state
 */

export const STATES = /** @type {const} */ (['offered', 'accepted', 'active', 'paused', 'ended']);

/**
 * True when somebody can see something through it now.
 * @param {{state?: string | null, until?: string | null}} share
 * @param {string} today - YYYY-MM-DD
 */
export function isLive(share, today) {
  return share.state === 'active' && (!share.until || share.until >= today);
}
