/** An entry of the workload said in Limber's words: the same information, in ids of its vocabulary. */

const WORDS = {
  throbbing: 'throbbing', shooting: 'electric', stabbing: 'stabbing', sharp: 'sharp', cramping: 'cramp', gnawing: 'dull',
  hot_burning: 'burning', aching: 'aching', heavy: 'pressure', tender: 'touch_hurts', splitting: 'radiating',
  tiring_exhausting: 'tight_band', sickening: 'squeezing', fearful: 'crawling', punishing_cruel: 'dysaesthesia',
  tingling: 'tingling', numb: 'numb', stiff: 'stiff',
};
const TRIGGERS = {
  poor_sleep: 'poor_sleep', weather_change: 'hot_humid', stress: 'stress', bright_light: 'eye_move', loud_noise: 'anxious',
  exercise: 'after_exercise', long_sitting: 'long_sitting', missed_meal: 'missed_medicine', alcohol: 'overdid_it',
  caffeine: 'no_movement', screen_time: 'neck_bend', hormonal: 'low_mood', cold: 'cold', heat: 'whole_body_heat',
  travel: 'long_standing', lifting: 'lifting',
};
const REGIONS = { abdomen: 'belly', whole_body: 'generalised' };
const SIDES = ['left', 'right'];
const ZONES = { '+01:00': 'Europe/Zurich', '+02:00': 'Europe/Helsinki', '-05:00': 'America/Bogota', '+00:00': 'UTC' };

/**
 * @param {{started_at: string, ended_at: string | null, region: string, nrs: number, descriptors: string[],
 *   triggers: string[], note: string}} entry
 * @returns {Record<string, any>} what a person's phone would set; what was not said is absent
 */
export function symptomOf({ started_at: at, ended_at: until, region, nrs, descriptors, triggers, note }) {
  const minutes = until && (Date.parse(until) - Date.parse(at)) / 60_000;
  return {
    at, on: at.slice(0, 10), tz: ZONES[at.slice(19)], symptom: 'pain', severity_nrs: nrs, regions: [placeOf(region)],
    words: descriptors.map((one) => WORDS[one]),
    ...(triggers.length > 0 && { triggers: triggers.map((one) => TRIGGERS[one]) }),
    ...(note && { note }),
    ...(minutes && { minutes_long: minutes }),
  };
}

/** @param {string} region - such as left_knee */
function placeOf(region) {
  const [side, ...rest] = region.split('_');
  if (SIDES.includes(side)) return { region: rest.join('_'), side };
  return { region: REGIONS[region] ?? region, side: 'middle' };
}
