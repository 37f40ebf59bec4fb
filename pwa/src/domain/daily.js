/** The strip of one day: everything optional, one record per date. Pure. */

/**
 * @typedef {object} Daily
 * @property {string} on - the person's own date
 * @property {number | null} [sleep_hours] - 0 to 16 in halves
 * @property {'good' | 'so_so' | 'poor' | null} [sleep_quality]
 * @property {'usual' | 'low' | 'very_low' | null} [energy]
 * @property {number | null} [fatigue_nrs]
 * @property {number | null} [stiffness_nrs]
 * @property {number | null} [stress_nrs]
 * @property {'0' | '1_2' | '3_5' | '6_plus' | 'most_of_day' | null} [spasms]
 * @property {{symptom: string, change: 'usual' | 'worse' | 'new'}[] | null} [symptoms]
 * @property {'no' | 'a_bit' | 'yes' | null} [heat]
 * @property {{state: 'no' | 'maybe' | 'yes', type?: string | null} | null} [infection]
 * @property {number | null} [sitting_minutes]
 * @property {number | null} [wheelchair_hours]
 * @property {{easy?: number | null, moderate?: number | null} | null} [active_minutes]
 * @property {{count?: number | null, near?: number | null, injured?: boolean | null} | null} [falls]
 * @property {boolean | null} [private]
 * @property {string | null} [note]
 */

export const ENERGY = /** @type {const} */ (['usual', 'low', 'very_low']);

const ENERGY_WORDS = /** @type {Record<string, string>} */ ({ usual: 'usual', low: 'low', very_low: 'very low' });

/**
 * "Energy: very low", or empty when it was not said.
 * @param {Record<string, any>} body
 */
export function energySentence(body) {
  const word = ENERGY_WORDS[body.energy];
  return word ? `Energy: ${word}` : '';
}
