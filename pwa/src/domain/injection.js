/** Where injections went, so that sites can take turns. Pure. */

/**
 * @typedef {import('./medicine.js').Rec} Rec
 * @typedef {{site: string, on: string | null, days: number | null}} Use - days: since it was last used
 * @typedef {{id: string, sides?: string[]}} Term
 */

const REGIONS = /** @type {Record<string, string>} */ ({
  belly: 'belly', thigh: 'thigh_front', upper_arm: 'upper_arm', buttock: 'buttock',
});

/** Every site with its side: "thigh_right". @param {readonly Term[]} terms @returns {string[]} */
export function siteIds(terms) {
  return terms.flatMap(({ id, sides = [] }) => {
    const its = ['right', 'left'].filter((side) => sides.includes(side));
    return its.length > 0 ? its.map((side) => `${id}_${side}`) : [id];
  });
}

/** @param {string} site @returns {{base: string, side: 'left' | 'right' | null}} */
export function siteParts(site) {
  const found = /^(.+)_(left|right)$/.exec(site);
  return found ? { base: found[1], side: /** @type {'left' | 'right'} */ (found[2]) } : { base: site, side: null };
}

/** Where a site lies on the drawing; null for one it does not know. @param {string} site */
export function siteRegion(site) {
  const { base, side } = siteParts(site);
  return REGIONS[base] ? { region: REGIONS[base], side: side ?? /** @type {const} */ ('middle') } : null;
}

/** "Left thigh", "Belly". @param {string} site @param {(id: string) => string} word */
export function siteLabel(site, word) {
  const { base, side } = siteParts(site);
  const name = word(base);
  if (side && base === 'belly') return `${name}, ${side} side`;
  return side ? `${side === 'left' ? 'Left' : 'Right'} ${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name;
}

/**
 * The order in which sites rested. Only a site the person has used themselves is ever put forward: which ones suit a
 * medicine is for who showed them how.
 * @param {readonly Rec[]} doses
 * @param {readonly string[]} sites
 * @param {string} today
 * @returns {{last: Use | null, next: Use | null, order: Use[]}} order: the longest unused first, then those never used
 */
export function rotation(doses, sites, today) {
  const uses = sites.map((site) => use(site, doses, today));
  const used = uses.filter(({ on }) => on !== null).sort((a, b) => String(a.on).localeCompare(String(b.on)));
  const last = used.at(-1) ?? null;
  return { last, next: used.length > 1 ? used[0] : null, order: [...used, ...uses.filter(({ on }) => on === null)] };
}

/** @param {string} site @param {readonly Rec[]} doses @param {string} today @returns {Use} */
function use(site, doses, today) {
  const on = doses.filter(({ body }) => body.body_site === site && body.status !== 'skipped')
    .map(({ body }) => body.at?.slice(0, 19) ?? body.slot ?? body.on ?? '').sort().at(-1) || null;
  if (on === null) return { site, on: null, days: null };
  return { site, on, days: Math.max(0, dayNumber(today) - dayNumber(on)) };
}

/** @param {string} on */
const dayNumber = (on) => Math.round(Date.parse(`${on.slice(0, 10)}T00:00:00Z`) / 86_400_000);

/** "used today", "used 3 days ago", "not used for 4 weeks", or empty for one never used. @param {Use} use */
export function restText({ days }) {
  if (days === null) return '';
  if (days < 2) return days === 0 ? 'used today' : 'used yesterday';
  return days < 14 ? `used ${days} days ago` : `not used for ${Math.floor(days / 7)} weeks`;
}

/**
 * Reactions with one put in or taken out; "nothing noticed" stands alone.
 * @param {readonly string[]} reactions
 * @param {string} id
 */
export function toggledReaction(reactions, id) {
  if (reactions.includes(id)) return reactions.filter((one) => one !== id);
  return id === 'none' ? ['none'] : [...reactions.filter((one) => one !== 'none'), id];
}
