/** Mood, sleep, bladder and bowel: only in a report that asks for it (backend/reports/person.py). Pure. */
import { facts, row } from './blocks.js';
import { medianLow, timesOf } from './felt.js';
import { capitalised, count, day } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** Sums of the two questions run from 0 to 6; they are printed, never judged. */
const MOODS = Object.entries({ good: 'good', so_so: 'so-so', low: 'low' });
const SHORT_NIGHT = 7;

/** @param {Material} material @returns {import('./shape.js').Section} */
export function mood(material) {
  const dailies = material.within('daily').map(({ body }) => body);
  return { id: 'mood', title: 'Mood, sleep, bladder and bowel', blocks: [
    facts('mood.facts', 'As noted on single days', [...sleep(dailies), ...moods(material), ...intimate(material, dailies)]),
  ] };
}

/** @param {Record<string, any>[]} dailies */
function sleep(dailies) {
  const hours = dailies.map((body) => body.sleep_hours).filter(Number.isFinite);
  const tired = dailies.map((body) => body.energy).filter(Boolean);
  const of = (/** @type {string} */ level) => tired.filter((one) => one === level).length;
  return [
    ...(hours.length > 0 ? [row('mood.sleep', 'Sleep',
      `Median ${medianLow(hours)} hours; under 7 hours ${hours.filter((one) => one < SHORT_NIGHT).length} of ${count(hours.length, 'night')}.`)] : []),
    ...(tired.length > 0 ? [row('mood.energy', 'Energy', `Low ${of('low')}, very low ${of('very_low')} of ${count(tired.length, 'day')}.`)] : []),
  ];
}

/** @param {Material} material */
function moods({ within }) {
  const bodies = within('mood').map(({ body }) => body);
  const times = timesOf(bodies.flatMap((body) => body.mood || []));
  const said = MOODS.filter(([one]) => times.has(one)).map(([one, word]) => `${word} ${times.get(one)}`).join(', ');
  const days = [...times.values()].reduce((sum, one) => sum + one, 0);
  const asked = bodies.filter(({ phq2 }) => phq2?.length === 2);
  return [
    ...(said ? [row('mood.mood', 'Mood', `${capitalised(said)} (${count(days, 'day')}).`)] : []),
    ...asked.map(({ on, phq2 }) => row(`mood.phq2.${on}`, 'PHQ-2', `${phq2[0] + phq2[1]} of 6 on ${day(on)}.`)),
  ];
}

/** @param {Material} material @param {Record<string, any>[]} dailies */
function intimate({ words }, dailies) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { symptom, change } of dailies.flatMap((body) => body.intimate ?? [])) found.set(symptom, [...(found.get(symptom) ?? []), change]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([symptom, changes]) => {
    const of = (/** @type {string} */ change) => changes.filter((one) => one === change).length;
    return row(`mood.${symptom}`, words.of('symptoms', symptom), `Days new ${of('new')}, worse ${of('worse')}, as usual ${of('usual')}.`);
  });
}
