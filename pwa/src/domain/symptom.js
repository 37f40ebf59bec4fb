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

/** @param {string} text */
function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
