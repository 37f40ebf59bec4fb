/** Text as it can be stored everywhere. The same rules as `Words` in backend/schemas/fields.py. Pure. */

/** Fields of a record in which lines may be broken. */
const LINED = new Set(['note', 'detail', 'agreed', 'questions', 'answers', 'text']);

/** Half a sign, such as a cut leaves of an emoji; control signs but tab and line feed; signs that turn the way text runs. */
const UNFIT = /\p{Cs}|(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What a person wrote, without what no database or page takes: pasted text may hold it unseen.
 * @param {string} text
 * @param {boolean} lines - whether line breaks and tabs stay; else they become spaces
 * @returns {string}
 */
export function storableText(text, lines) {
  const even = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNFIT, '').normalize('NFC');
  return lines ? even : even.replace(/[\n\t]+/g, ' ');
}

/**
 * The same for every text of a record's fields, however deep.
 * @template {Record<string, any>} T
 * @param {T} set
 * @returns {T}
 */
export const storable = (set) => /** @type {T} */ (
  Object.fromEntries(Object.entries(set).map(([name, value]) => [name, cleaned(value, LINED.has(name))])));

/** As in backend/domain/records/bounds.py: of every list, and of the places of one entry. */
export const LIST_MOST = 40;
const REGIONS_MOST = 24;

/**
 * The first list of a record's fields that holds more than a server takes, and more than it did.
 * @param {Record<string, any>} set
 * @param {Record<string, any>} [held] - as the record is: a list that is too long already may be made shorter
 * @returns {{field: string, most: number} | null} null: all of them fit
 */
export function overfull(set, held = {}) {
  for (const [field, value] of Object.entries(set)) {
    const most = field === 'regions' ? REGIONS_MOST : LIST_MOST;
    if (Array.isArray(value) && value.length > most && value.length >= (held[field]?.length ?? 0)) return { field, most };
  }
  return null;
}

/** @param {any} value @param {boolean} lines @returns {any} */
function cleaned(value, lines) {
  if (typeof value === 'string') return storableText(value, lines);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, lines));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, lines)]));
}
