/** The report a phone makes itself, without a server: its first page and what that rests on, in the same words. Pure. */
import { afterMinutes, commonest, spanOf, tally } from './felt.js';
import { firstPage, questionsOf, row, triedOf } from './first-page.js';
import { daysOfWeek, weeksOf } from './material.js';
import { periodWords, shortDay, siteName } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {import('./shape.js').Section} Section */

/** The parts a phone can say. */
export const OWN_PARTS = Object.freeze(['summary', 'places', 'strength', 'tried', 'wishes']);
const WEEKS_MOST = 53;
const SITES_LISTED = 20;
/** The joints that are asked of first stand first. */
const FIRST_PLACES = new Set(['ankle', 'knee', 'hip', 'lower_back']);
const NOTHING = 'Nothing noted.';

/** @type {Record<string, (material: Material) => Section>} */
const MAKERS = { summary: firstPage, places, strength, tried, wishes };

/**
 * @param {Material} material
 * @param {readonly string[]} parts - those wanted
 * @param {string} name - whose it is; empty where that is not known
 * @returns {import('./shape.js').Report}
 */
export function ownReport(material, parts, name) {
  return {
    title: name ? `Pain report: ${name}` : 'Pain report', name, from: material.first, to: material.last, made_on: material.today,
    period: periodWords(material.first, material.last),
    lead: `Written down by ${name || 'the person'} in Limber; not checked by a clinician.`,
    sections: [...OWN_PARTS.filter((id) => parts.includes(id)).map((id) => MAKERS[id](material)), method()],
  };
}

/** @param {Material} material @returns {Section} */
function places({ sites, label }) {
  const asked = (/** @type {[string, any]} */ [site]) => (FIRST_PLACES.has(site.split(' ')[0]) ? 0 : 1);
  const rows = [...sites].sort((a, b) => asked(a) - asked(b)).slice(0, SITES_LISTED).map(([site, felt]) => (
    row(`places.${site.trim().replace(' ', '.')}`, siteName(label, site), String(spanOf(felt).days), ...numbers(felt))));
  return { id: 'places', title: 'Where it hurts', blocks: [
    { t: 'table', id: 'places.table', title: 'Days with pain, by place', columns: ['Place', 'Days', 'Median', 'Worst'], rows, empty: NOTHING },
  ] };
}

/** Median and worst; a dash is a place without a number. @param {import('./felt.js').Felt[]} felt */
function numbers(felt) {
  const { median, worst } = spanOf(felt);
  return median === null ? ['–', '–'] : [String(median), String(worst)];
}

/** @param {Material} material @returns {Section} */
function strength(material) {
  const { pains, logged, label } = material;
  /** @type {Map<string, import('./felt.js').Felt[]>} */
  const byDay = new Map();
  for (const one of pains) byDay.set(one.on, [...(byDay.get(one.on) ?? []), one]);
  const weeks = weeksOf(material).slice(-WEEKS_MOST).map((start) => {
    const days = daysOfWeek(start, material);
    const last = days[days.length - 1];
    return row(`strength.${start}`, `${shortDay(start)} to ${shortDay(last)} ${last.slice(0, 4)}`,
      `${days.filter((on) => logged.has(on)).length} of ${days.length}`, ...numbers(days.flatMap((on) => byDay.get(on) ?? [])));
  });
  const stops = tally(pains, 'stops_me', 'activity');
  const lost = commonest(stops, 9).map((one) => row(`strength.${one}`, label('activities', one), String(stops.get(one)), afterMinutes(pains, one) || 'not noted'));
  return { id: 'strength', title: 'Strength and function', blocks: [
    { t: 'table', id: 'strength.weeks', title: 'Pain by week, 0 to 10', columns: ['Week', 'Days logged', 'Median of the daily worst', 'Worst'], rows: weeks, empty: NOTHING },
    { t: 'table', id: 'strength.function', title: 'What pain gets in the way of', columns: ['What', 'Entries', 'How long it goes'], rows: lost, empty: NOTHING },
  ] };
}

/** @param {Material} material @returns {Section} */
function tried(material) {
  const rows = triedOf(material).map(({ what, uses, result }) => row(`tried.${what}`, material.label('reliefs', what), String(uses), result));
  return { id: 'tried', title: 'What was tried', blocks: [
    { t: 'table', id: 'tried.relief', title: 'What was tried against pain', columns: ['What', 'Times', 'Pain before and after'], rows, empty: NOTHING },
  ] };
}

/** @param {Material} material @returns {Section} */
function wishes(material) {
  const rows = questionsOf(material).map((one, at) => row(`wishes.question.${at + 1}`, one));
  return { id: 'wishes', title: 'What I want to ask and reach', blocks: [
    { t: 'list', id: 'wishes.questions', title: 'Questions for the visit', rows, empty: NOTHING },
  ] };
}

/** @returns {Section} */
function method() {
  const said = [
    'Written down by the person. The app makes no diagnosis and gives no advice on treatment.',
    'Made on the phone itself: change since the last visit, events, patterns and other parts are not in it.',
    'Pain is a whole number from 0 (none) to 10 (worst imaginable). A day counts with its worst number.',
    'A median is the middle value; of two middle values it is the lower one.',
    'An entry with several places counts for each of them.',
    'A day without an entry is missing. It is not counted as a day without pain.',
    'Entries by helpers count only after the person has said that they are right.',
    'The person chose the period and the parts of this report. Entries marked private are left out unless the person puts them in.',
  ];
  return { id: 'method', title: 'Method and limits', blocks: [
    { t: 'list', id: 'method.list', title: '', rows: said.map((one, at) => row(`method.${at + 1}`, one)), empty: '' },
  ] };
}
