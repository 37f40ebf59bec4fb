/** The versions of one record: taps that belong together make one. Pure. */

/**
 * @typedef {'put' | 'del' | 'restore' | 'resolve' | 'erase'} Act
 *
 * @typedef {object} Change
 * @property {string} op
 * @property {Act} t
 * @property {Record<string, any>} set
 * @property {Record<string, any>} lost - fields whose value did not hold, since another one was there first
 * @property {string} at - instant
 * @property {{account: string | null, name: string} | null} by - null: written on this phone
 *
 * @typedef {object} Version
 * @property {string} at - when its last change was made
 * @property {Change['by']} by
 * @property {Act} t - what its last change was
 * @property {Record<string, any>} body - as it then was
 * @property {Record<string, any>} before - the body before it
 * @property {string[]} fields - that say something else than before
 * @property {Record<string, any>} lost - what it said besides and is not shown, since another value was there first
 */

/** Every tap is stored at once; those of one sitting are one version. */
const SITTING_MS = 10 * 60_000;

/**
 * The same change may be known from this phone and from the server.
 * @param {readonly Change[]} local - in order
 * @param {readonly Change[]} server - in order
 * @returns {Change[]} the server's in its order, then what only this phone has
 */
export function together(local, server) {
  const known = new Set(server.map(({ op }) => op));
  return [...server, ...local.filter(({ op }) => !known.has(op))];
}

/** @param {readonly Change[]} changes in order @returns {Version[]} oldest first */
export function versions(changes) {
  /** @type {Version[]} */
  const all = [];
  for (const change of changes) {
    const last = all[all.length - 1];
    const body = { ...last?.body, ...kept(change) };
    if (last && sameSitting(last, change)) {
      Object.assign(last, { at: change.at, body, fields: differing(last.before, body), lost: { ...last.lost, ...change.lost } });
    } else {
      all.push({ at: change.at, by: change.by, t: change.t, before: last?.body ?? {}, body, fields: differing(last?.body ?? {}, body), lost: { ...change.lost } });
    }
  }
  return all.filter(({ t, fields, lost }, i) => i === 0 || t !== 'put' || fields.length > 0 || Object.keys(lost).length > 0);
}

/**
 * What this phone knows of a record's changes, with the values of it and of others that are kept beside the shown ones.
 * @param {readonly Change[]} local - in order
 * @param {readonly Change[]} losers - each with all it set in `lost`
 * @returns {Change[]}
 */
export function withLosers(local, losers) {
  const lost = new Map(losers.map((one) => [one.op, one.lost]));
  const mine = new Set(local.map(({ op }) => op));
  const all = local.map((one) => (lost.has(one.op) ? { ...one, lost: { ...lost.get(one.op) } } : one));
  for (const loser of losers.filter(({ op }) => !mine.has(op))) {
    const later = all.findIndex(({ at }) => Date.parse(at) > Date.parse(loser.at));
    all.splice(later < 0 ? all.length : later, 0, loser);
  }
  return all;
}

/** @param {Change} change */
const kept = ({ set, lost }) => Object.fromEntries(Object.entries(set).filter(([field]) => !(field in lost)));

/** @param {Version} last @param {Change} change */
function sameSitting(last, { t, by, at }) {
  return last.t === 'put' && t === 'put' && (last.by?.account ?? null) === (by?.account ?? null)
    && Math.abs(Date.parse(at) - Date.parse(last.at)) < SITTING_MS;
}

/**
 * @param {Record<string, any>} before @param {Record<string, any>} after
 * @returns {string[]} the fields that differ; nothing and null are the same
 */
export function differing(before, after) {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}

/**
 * What an edit must set to go back to a version.
 * @param {Record<string, any>} now @param {Record<string, any>} then
 */
export const backTo = (now, then) => Object.fromEntries(differing(now, then).map((field) => [field, then[field] ?? null]));

/**
 * When it happened is one thing in three fields, which are only taken together.
 * @param {Record<string, any>} set @param {Record<string, any>} body - as it is
 */
export function withMoment(set, body) {
  const when = ['at', 'on', 'tz'];
  if (!when.some((field) => field in set)) return set;
  return { ...Object.fromEntries(when.filter((field) => field in body).map((field) => [field, body[field]])), ...set };
}

/**
 * How many sittings the fields shown come from, by the moments in their ops' ids: what any phone can tell.
 * @param {{fop: Record<string, string>}} rec
 */
export function sittings({ fop }) {
  const moments = [...new Set(Object.values(fop))].map((op) => parseInt(op.replaceAll('-', '').slice(0, 12), 16)).sort((a, b) => a - b);
  return moments.filter((ms, i) => i === 0 || ms - moments[i - 1] >= SITTING_MS).length;
}
