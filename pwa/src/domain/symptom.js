/** One logged symptom. Absent and null mean "not said". Pure. */

/**
 * @typedef {object} Region
 * @property {string} region - vocabulary id
 * @property {'left' | 'right' | 'both' | 'middle'} side
 */

/**
 * @typedef {object} Symptom
 * @property {string} at - instant with offset
 * @property {string} on - the person's own date
 * @property {string} tz - IANA zone
 * @property {string | null} [symptom] - vocabulary id
 * @property {number | null} [severity_nrs] - whole number, 0 to 10
 * @property {Region[] | null} [regions]
 * @property {boolean | null} [generalised]
 * @property {string[] | null} [words]
 * @property {string | null} [own_words]
 * @property {string[] | null} [patterns]
 * @property {string[] | null} [triggers]
 * @property {{what: string, before_nrs?: number | null, after_nrs?: number | null}[] | null} [relief]
 * @property {{activity: string, minutes?: number | null}[] | null} [stops_me]
 * @property {number | null} [minutes_long]
 * @property {string | null} [until_on]
 * @property {boolean | null} [hard_day]
 * @property {boolean | null} [confirmed]
 * @property {string | null} [same_as]
 * @property {boolean | null} [private]
 * @property {string | null} [note]
 */

export const NRS = Object.freeze({ least: 0, most: 10 });
export const REGIONS_MOST = 24;
export const OWN_WORDS_MOST = 200;
export const NOTE_MOST = 2000;

/**
 * The word beside a number. The anchors are the scale's own.
 * @param {number} severity_nrs
 */
export function severityWord(severity_nrs) {
  if (severity_nrs <= 0) return 'none';
  if (severity_nrs <= 3) return 'mild';
  if (severity_nrs <= 6) return 'medium';
  return severity_nrs < 10 ? 'strong' : 'worst I can imagine';
}

/**
 * One entry in a line: "Right hip, 6, aching". Parts that were not said are left out.
 * @param {Record<string, any>} body
 * @param {{place: (region: Region) => string, word: (id: string) => string}} labels
 */
export function sentence(body, { place, word }) {
  const parts = [
    ...(body.regions ?? []).map(place),
    typeof body.severity_nrs === 'number' ? String(body.severity_nrs) : '',
    ...(body.words ?? []).map((/** @type {string} */ id) => word(id).toLowerCase()),
  ].filter(Boolean);
  if (body.hard_day && parts.length === 0) return 'Hard day';
  const line = parts.map((part, i) => (i === 0 ? part : lowerFirst(part))).join(', ');
  return body.hard_day ? `Hard day: ${lowerFirst(line)}` : line;
}

/** What has a place in the body. Everything else is asked without one. */
const PLACED = new Set(['pain', 'numbness', 'weakness', 'spasms', 'stiffness']);

/**
 * Whether "where" is asked. A symptom in the person's own words may have a place, so it is.
 * @param {string | null | undefined} symptom - vocabulary id, or the id of an own word
 */
export const hasPlace = (symptom) => !symptom || PLACED.has(symptom) || symptom.includes('-');

/**
 * What was logged besides pain, newest first, each once.
 * @param {ReadonlyArray<{body: Record<string, any>}>} entries - newest first
 * @param {number} [most]
 * @returns {string[]} vocabulary ids, and ids of own words
 */
export function lately(entries, most = 4) {
  return [...new Set(entries.map(({ body }) => body.symptom).filter((symptom) => symptom && symptom !== 'pain'))].slice(0, most);
}

/** How long it lasts, in exact words. Nothing between is guessed. */
export const LENGTHS = Object.freeze([
  { minutes: 0, label: 'Under a minute' }, { minutes: 5, label: '5 minutes' }, { minutes: 15, label: '15 minutes' },
  { minutes: 30, label: '30 minutes' }, { minutes: 60, label: '1 hour' }, { minutes: 120, label: '2 hours' },
  { minutes: 720, label: 'Half a day' }, { minutes: 1440, label: 'All day' },
]);

/**
 * @param {number} minutes
 * @returns {string} "25 minutes", "1 hour 30 minutes", "Half a day"
 */
export function lengthText(minutes) {
  const named = LENGTHS.find((one) => one.minutes === minutes);
  if (named) return named.label;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours && `${hours} ${hours === 1 ? 'hour' : 'hours'}`, rest && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`].filter(Boolean).join(' ');
}

/**
 * The last day anything was said about; a span counts to its end.
 * @param {ReadonlyArray<{body: Record<string, any>}>} entries
 * @returns {string | null} YYYY-MM-DD
 */
export function lastDaySaid(entries) {
  return entries.reduce((/** @type {string | null} */ last, { body }) => {
    const day = body.until_on && body.until_on > body.on ? body.until_on : body.on;
    return day && (last === null || day > last) ? day : last;
  }, null);
}

const RELIEF_AFTER_MS = 3_600_000;

/**
 * What was tried today an hour ago or longer, with no word yet on how it is after. "Nothing helped" has said it.
 * @template {{id: string, body: Record<string, any>}} E
 * @param {ReadonlyArray<E>} entries
 * @param {{today: string, now: number, skipped: ReadonlyArray<string>}} at - now: milliseconds; skipped: keys put aside
 * @returns {{entry: E, what: string, key: string} | null} the oldest of them
 */
export function reliefToAsk(entries, { today, now, skipped }) {
  const found = entries.filter(({ body }) => body.on === today && Date.parse(body.at) <= now - RELIEF_AFTER_MS)
    .flatMap((entry) => (entry.body.relief ?? []).filter((/** @type {any} */ one) => one.what !== 'nothing_helped' && typeof one.after_nrs !== 'number')
      .map((/** @type {any} */ { what }) => ({ entry, what, key: `${entry.id} ${what}` })))
    .filter(({ key }) => !skipped.includes(key));
  return found[found.length - 1] ?? null;
}

/** @param {string} text */
function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
