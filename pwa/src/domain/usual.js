/**
 * "Same as usual": the commonest symptom entry of four weeks. Pure; today comes in.
 * The server's twin reads the same cases.
 */

const DAYS = 28;
const AT_LEAST = 3;
const COPIED = ['symptom', 'severity_nrs', 'regions', 'words', 'patterns'];

/**
 * @typedef {{id?: string, body: Record<string, any>, deleted?: boolean}} Entry
 * @typedef {{symptom: string, severity_nrs: number, regions: any[] | null, words: string[] | null, patterns: string[] | null}} Usual
 */

/**
 * The most frequent (symptom, regions, severity) of the last 28 days, when there are at least 3 alike;
 * of two as frequent, the one met last. Its newest entry gives words and patterns.
 * @template {Entry} E
 * @param {readonly E[]} entries - symptom records in any order
 * @param {string} today - YYYY-MM-DD
 * @returns {{entry: E, values: Usual} | null}
 */
export function usualEntry(entries, today) {
  const first = dayBefore(today, DAYS - 1);
  /** @type {Map<string, {count: number, newest: E}>} */
  const groups = new Map();
  for (const entry of entries) {
    if (!counts(entry, first, today)) continue;
    const key = alike(entry.body);
    const group = groups.get(key);
    if (!group) groups.set(key, { count: 1, newest: entry });
    else {
      group.count += 1;
      if (instant(entry) > instant(group.newest)) group.newest = entry;
    }
  }
  const [best] = [...groups.values()].filter(({ count }) => count >= AT_LEAST)
    .sort((a, b) => b.count - a.count || instant(b.newest) - instant(a.newest));
  return best ? { entry: best.newest, values: copied(best.newest.body) } : null;
}

/**
 * @param {readonly Entry[]} entries
 * @param {string} today
 * @param {{days?: number, most?: number}} [within]
 * @returns {{region: string, side: string}[]} the places named most often, commonest first
 */
export function usualPlaces(entries, today, { days = 60, most = 3 } = {}) {
  const first = dayBefore(today, days - 1);
  /** @type {Map<string, {place: {region: string, side: string}, count: number}>} */
  const places = new Map();
  for (const { body, deleted } of entries) {
    if (deleted || !body.on || body.on < first || body.on > today) continue;
    for (const { region, side } of body.regions ?? []) {
      const key = `${region} ${side}`;
      const known = places.get(key);
      if (known) known.count += 1;
      else places.set(key, { place: { region, side }, count: 1 });
    }
  }
  return [...places.values()].sort((a, b) => b.count - a.count).slice(0, most).map(({ place }) => place);
}

/** @param {Entry} entry @param {string} first @param {string} today */
function counts({ body, deleted }, first, today) {
  // A copy of a private entry would not be private.
  return !deleted && !body.private && typeof body.severity_nrs === 'number' && Boolean(body.symptom)
    && Boolean(body.at) && body.on >= first && body.on <= today;
}

/** @param {Record<string, any>} body */
function alike({ symptom, severity_nrs, regions }) {
  const places = [...new Set((regions ?? []).map((/** @type {any} */ { region, side }) => `${region} ${side}`))].sort();
  return JSON.stringify([symptom, severity_nrs, places]);
}

/** @param {Entry} entry */
function instant({ body }) {
  return Date.parse(body.at);
}

/** @param {Record<string, any>} body @returns {Usual} */
function copied(body) {
  return /** @type {Usual} */ (Object.fromEntries(COPIED.map((field) => [field, body[field] ?? null])));
}

/** @param {string} on @param {number} days */
function dayBefore(on, days) {
  return new Date(Date.parse(`${on}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
