/** The strip of a day, mood and injections of somebody who shares them, as sentences. Pure. */
import { slotsOn, wasTaken } from '../../domain/dose.js';
import { injects } from '../../domain/medicine.js';
import { hoursText } from '../../ui/hours.js';
import { bandOf, scoreWords } from './band.js';
import { mayTellSymptom } from '../../domain/tact.js';
import { coarseTime, daysAgo, listWords } from './when.js';

/** @typedef {import('./entry-words.js').Entry} Entry */
/** @typedef {import('./entry-words.js').Reading} Reading */
/** @typedef {Record<string, any>} Body */

const ENERGY = /** @type {Record<string, string>} */ ({ usual: 'Energy as usual.', low: 'Energy low.', very_low: 'Energy very low.' });
const SLEEP = /** @type {Record<string, string>} */ ({ good: 'good', so_so: 'so-so', poor: 'poor' });
const HEAT = /** @type {Record<string, string>} */ ({ a_bit: 'A bit hot or humid.', yes: 'Hot or humid.' });
const INFECTION = /** @type {Record<string, string>} */ ({ maybe: 'Perhaps ill or an infection.', yes: 'Ill or an infection.' });
const SPASMS = /** @type {Record<string, string>} */ ({
  0: 'No spasms.', '1_2': 'Spasms: 1 or 2.', '3_5': 'Spasms: 3 to 5.', '6_plus': 'Spasms: 6 or more.', most_of_day: 'Spasms most of the day.',
});
const MOOD = /** @type {Record<string, string>} */ ({ good: 'good', so_so: 'so-so', low: 'low' });
const CHANGES = /** @type {const} */ (['new', 'worse']);

/**
 * What was said of one day: energy first, since it decides what is possible.
 * @param {readonly Entry[]} seen - granted @param {string} on @param {Reading} reading
 * @param {boolean} [brief] - of a day that is over: numbers without what is usual, and not what was absent
 * @returns {string[]}
 */
export function dailyLines(seen, on, reading, brief = false) {
  const body = seen.find((one) => one.kind === 'daily' && one.body.on === on)?.body ?? {};
  const mood = seen.find((one) => one.kind === 'mood' && one.body.on === on)?.body ?? {};
  return [
    ENERGY[body.energy], sleepLine(body), stiffnessLine(brief ? [] : seen, body, on), brief && body.spasms === '0' ? '' : SPASMS[body.spasms], HEAT[body.heat],
    INFECTION[body.infection?.state], fallsLine(body.falls), ...changeLines(body, reading), moodLine(mood), body.note && `“${body.note}”`,
  ].filter(Boolean);
}

/** @param {Body} body */
function sleepLine({ sleep_hours: hours, sleep_quality: quality }) {
  if (hours == null) return quality ? `Sleep ${SLEEP[quality]}.` : '';
  return `Slept ${hoursText(hours)}${quality ? `, ${SLEEP[quality]}` : ''}.`;
}

/** @param {readonly Entry[]} seen @param {Body} body @param {string} on */
function stiffnessLine(seen, body, on) {
  if (body.stiffness_nrs == null) return '';
  const days = seen.filter(({ kind, body: its }) => kind === 'daily' && its.stiffness_nrs != null);
  return scoreWords('Stiffness', body.stiffness_nrs, bandOf(days.map(({ body: its }) => [its.on, its.stiffness_nrs]), on));
}

/** @param {Body | null | undefined} falls */
function fallsLine(falls) {
  const { count, near, injured } = falls ?? {};
  const parts = [
    count > 0 && (count === 1 ? '1 fall' : `${count} falls`), near > 0 && (near === 1 ? '1 near-fall' : `${near} near-falls`),
    count > 0 && injured === true && 'hurt', count > 0 && injured === false && 'not hurt',
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : '';
}

/** "New: balance. Worse: numbness." What is as usual is not told. @param {Body} body @param {Reading} reading */
function changeLines(body, reading) {
  const all = [...(body.symptoms ?? []), ...(body.intimate ?? [])].filter(({ symptom }) => mayTellSymptom(symptom, reading.read));
  return CHANGES.flatMap((change) => {
    const names = all.filter((one) => one.change === change).map(({ symptom }) => reading.symptomLabel(symptom).toLowerCase());
    return names.length > 0 ? `${change === 'new' ? 'New' : 'Worse'}: ${listWords(names)}.` : [];
  });
}

/** One line, and only where mood is shared. Answers to questionnaires are never told. @param {Body} body */
function moodLine({ mood, anxious, alone_too_much: alone }) {
  const parts = [mood && `Mood ${MOOD[mood]}`, anxious === true && (mood ? 'anxious' : 'Anxious'), alone === true && (mood || anxious ? 'more alone than is good' : 'More alone than is good')].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : '';
}

/**
 * Injections and other doses around a day. What was not taken is not told.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @returns {string[]}
 */
export function doseLines(seen, { today, word }) {
  const doses = /** @type {any[]} */ (seen.filter(({ kind }) => kind === 'dose'));
  return seen.filter(({ kind }) => kind === 'medicine').flatMap((medicine) => {
    const its = doses.filter((dose) => dose.body.medicine_id === medicine.id && wasTaken(dose));
    if (injects(medicine.body)) return injectionLine(medicine, its, doses, today);
    const now = its.filter((dose) => dayTaken(dose.body) === today).map((dose) => coarseTime(dose.body.at)).filter(Boolean);
    const name = medicine.body.regimen?.name || (medicine.body.class ? word('medicine_classes', medicine.body.class) : 'A medicine');
    return now.length > 0 ? [`${name}: taken ${listWords([...new Set(now)].reverse())}.`] : [];
  });
}

/** @param {Entry} medicine @param {any[]} taken @param {any[]} doses @param {string} today @returns {string[]} */
function injectionLine(medicine, taken, doses, today) {
  const todays = taken.find((dose) => dayTaken(dose.body) === today);
  if (todays) return [`Injected ${coarseTime(todays.body.at) || 'today'}.`];
  // Only where the regimen is shared is it known which day is the day.
  if (slotsOn(/** @type {any} */ (medicine), today, doses).some((slot) => slot.doses.length === 0)) return ['Injection day.'];
  const last = taken.map((dose) => daysAgo(dayTaken(dose.body), today)).filter((ago) => ago > 0).sort((a, b) => a - b)[0];
  if (last === 1) return ['The injection was yesterday.'];
  return last === 2 ? ['The injection was two days ago.'] : [];
}

/** @param {Body} body @returns {string} */
export const dayTaken = ({ at, on, slot }) => at?.slice(0, 10) ?? on ?? slot?.slice(0, 10) ?? '';
