/** The first page: what a clinician reads in a minute. All of it comes again in detail (backend/reports/summary.py). Pure. */
import { facts, NOTHING, row } from './blocks.js';
import { changes } from './change.js';
import { chartOf } from './chart.js';
import { eventLines } from './events.js';
import { exerciseLine } from './exercise.js';
import { afterMinutes, commonest, spanOf, tally } from './felt.js';
import { fitting } from './fitting.js';
import { injectionView, injectionWords } from './injections.js';
import { medicineLines } from './medicines.js';
import { patternsRow } from './patterns.js';
import { reliefLines } from './relief.js';
import { safetyLines } from './safety.js';
import { questionsOf } from './visit.js';
import { siteName } from './wording.js';
import { capitalised, count, sentenceCase } from './words.js';

/** @typedef {import('./material.js').Material} Material */

const TOP_SITES = 3;

/** @param {Material} material @returns {import('./shape.js').Section} */
export function firstPage(material) {
  const [before, after] = fitting([beforeTheChart(material), afterTheChart(material)]);
  return { id: 'summary', title: 'On one page', blocks: [
    facts('summary.facts', '', before), chartOf(material), facts('summary.more', '', after),
  ] };
}

/** @param {Material} material */
const beforeTheChart = (material) => [
  row('summary.days', 'Days', daysLine(material)),
  changeRow(material),
  row('summary.sites', 'Where, how strong', ...siteLines(material)),
  row('summary.function', 'Gets in the way of', functionLine(material)),
];

/** @param {Material} material */
function afterTheChart(material) {
  const view = injectionView(material);
  return [
    row('summary.events', 'Events', ...orElse(eventLines(material), 'None noted.')),
    patternsRow(material),
    row('summary.relief', 'What was tried', ...orElse(reliefLines(material), NOTHING)),
    row('summary.exercise', 'Exercise', exerciseLine(material)),
    row('summary.medicines', 'Medicines', ...orElse(medicineLines(material), 'None noted.')),
    ...(view ? [row('summary.injections', 'After injections', ...injectionWords(view))] : []),
    row('summary.safety', 'Safety messages', ...orElse(safetyLines(material), 'None.')),
    row('summary.questions', 'My questions', ...orElse(questionsOf(material), 'None noted.')),
  ];
}

/** @param {string[]} lines @param {string} none */
const orElse = (lines, none) => (lines.length > 0 ? lines : [none]);

/** @param {Material} material */
function daysLine({ logged, days, pains, inPeriod }) {
  const noted = [...logged].filter(inPeriod).length;
  const hard = new Set(pains.filter(({ body }) => body.hard_day).map(({ on }) => on)).size;
  const marked = hard > 0 ? ` ${count(hard, 'day')} marked hard, without a number.` : '';
  return `${noted} of ${days} logged, ${days - noted} not. Nothing is assumed for days without an entry.${marked}`;
}

/** @param {Material} material */
function changeRow(material) {
  const { windows, found, notCompared } = changes(material);
  if (notCompared) return row('summary.change', 'Change', windows, notCompared);
  const lines = found.flatMap(([became, what]) => (what.length > 0 ? `${capitalised(became)}: ${what.join('; ')}` : []));
  const quiet = found.flatMap(([became, what]) => (what.length > 0 ? [] : became));
  const none = quiet.length > 1 ? `${quiet.slice(0, -1).join(', ')} or ${quiet.at(-1)}` : quiet[0];
  return row('summary.change', 'Change', windows, ...lines, ...(none ? [`Nothing ${none}.`] : []));
}

/** @param {Material} material */
function siteLines({ sites, words }) {
  const lines = sites.slice(0, TOP_SITES).map(([site, felt]) => {
    const said = words.listed('words', commonest(tally(felt, 'words'), 3));
    const { days, median, worst } = spanOf(felt);
    const strength = median === null ? ', no number' : `, median ${median}, worst ${worst}`;
    return `${siteName(words, site)}: ${count(days, 'day')}${strength}${said ? `. ${sentenceCase(said)}.` : '.'}`;
  });
  return orElse(lines, 'No place noted.');
}

/** @param {Material} material */
function functionLine({ pains, words }) {
  const entries = tally(pains, 'stops_me', 'activity');
  if (entries.size === 0) return NOTHING;
  const named = commonest(entries, 4).map((one) => {
    const after = afterMinutes(pains, one);
    return `${words.of('activities', one).toLowerCase()} (${count(entries.get(one) ?? 0, 'entry', 'entries')}${after ? `, ${after}` : ''})`;
  });
  return sentenceCase(`${named.join(', ')}.`);
}
