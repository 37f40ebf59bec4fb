/**
 * The file a diary is written to: JSON with one record on each line, described in docs/export.md and
 * docs/export.schema.json. Pure.
 */

/** @typedef {import('./overlay.js').Rec} Rec */

export const FORMAT = 'limber-diary';
/** Grows when a reader of the one before would misread a file. */
export const FILE_VERSION = 1;

/**
 * @typedef {object} Line - one record in the file
 * @property {string} id
 * @property {string} kind
 * @property {number} sv - version of its kind
 * @property {Record<string, any>} body
 * @property {true} [deleted] @property {true} [erased]
 * @property {{name: string | null, me: boolean}} written_by
 * @property {string} [changed_at] - when it was last changed, by the clock of the phone that did
 * @property {true} [waiting] - some of it is not on the server
 * @property {string} [refused] - the server's reason for not taking it
 * @property {{written_by: {name: string | null, me: boolean}, made_at: string, deletes?: true, set: Record<string, any>}[]} [other_versions]
 *
 * @typedef {{op: string, by: any, made_at: string, set: Record<string, any>, t?: string}} Loser
 */

/**
 * The first line. Lines of records follow it, each but the last with a comma behind it.
 * @param {{at: string, tz: string, space: string}} made
 */
export function firstLine({ at, tz, space }) {
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, app: 'Limber', made_at: at, made_tz: tz, space }).slice(0, -1)},"records":[\n`;
}

/** The last line. A file without it was cut. @param {number} count - of records */
export const lastLine = (count) => `\n],"count":${count}}\n`;

/**
 * @param {Rec} rec
 * @param {{sv: number, me: string | null, losers: readonly Loser[]}} more - me: the account of the person, if they have one
 * @returns {Line}
 */
export function lineOf(rec, { sv, me, losers }) {
  const open = losers.filter(({ op }) => rec.conf.includes(op));
  const changed = timeOf(rec.cur_op);
  return {
    id: rec.id, kind: rec.kind, sv, body: rec.body,
    ...(rec.deleted ? { deleted: true } : {}), ...(rec.erased ? { erased: true } : {}),
    written_by: writer(rec.author, me),
    ...(changed ? { changed_at: changed } : {}),
    ...(rec.waiting ? { waiting: true } : {}), ...(rec.blocked ? { refused: rec.blocked } : {}),
    ...(open.length > 0 ? { other_versions: open.map((one) => otherVersion(one, me)) } : {}),
  };
}

/** @param {Loser} loser @param {string | null} me */
function otherVersion({ by, made_at, set, t }, me) {
  return { written_by: writer(by, me), made_at, ...(t === 'del' ? { deletes: /** @type {const} */ (true) } : {}), set };
}

/** Nobody is named by an account, which means nothing outside of its server. @param {{account?: string, name?: string} | null | undefined} who @param {string | null} me */
function writer(who, me) {
  return { name: who?.name || null, me: !who || who.account === me };
}

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/** The moment an op was made, which its id begins with. @param {string | null} op @returns {string | null} in UTC */
function timeOf(op) {
  if (!op || !UUID7.test(op)) return null;
  return new Date(parseInt(op.slice(0, 8) + op.slice(9, 13), 16)).toISOString();
}

/** Tells nothing but the day it was made. @param {string} on - a date @param {'json' | 'csv'} ending @param {'' | 'table' | 'list'} [what] */
export const fileName = (on, ending, what = '') => `limber-${on}${what && `-${what}`}.${ending}`;
