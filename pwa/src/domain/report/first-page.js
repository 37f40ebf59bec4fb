/** The first page of a report, as far as the phone can say it: the server's words of backend/reports/summary.py. Pure. */
import { chartOf } from './chart.js';
import { afterMinutes, commonest, medianLow, spanOf, tally } from './felt.js';
import { capitalised, clipped, count, day, lowered, siteName } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {import('./shape.js').Row} Row */

const TOP_SITES = 3;
/** Letters of a line beside its label, and how many such lines the page has besides title and chart. */
const WIDE = 74;
const LINES = 32;
/** Letters of an item and items of a row, tried in this order until the page holds them. */
const SIZES = [[150, 3], [150, 2], [110, 2], [WIDE, 2], [WIDE, 1]];
/** Fewer pairs than this are told as they are, without a median. */
const PAIRS_LEAST = 5;

/** @param {Material} material @returns {import('./shape.js').Section} */
export function firstPage(material) {
  const [before, after] = fitting([
    [
      row('summary.days', 'Days', daysLine(material)),
      row('summary.sites', 'Where, how strong', ...siteLines(material)),
      row('summary.function', 'Gets in the way of', functionLine(material)),
    ], [
      row('summary.relief', 'What was tried', ...orElse(reliefLines(material), 'Nothing noted.')),
      row('summary.medicines', 'Medicines', ...orElse(medicineLines(material), 'None noted.')),
      row('summary.questions', 'My questions', ...orElse(questionsOf(material), 'None noted.')),
    ]]);
  return {
    id: 'summary', title: 'On one page', blocks: [
      { t: 'facts', id: 'summary.facts', title: '', rows: before, empty: 'Nothing noted.' },
      chartOf(material),
      { t: 'facts', id: 'summary.more', title: '', rows: after, empty: 'Nothing noted.' },
    ],
  };
}

/** @param {string} id @param {...string} cells @returns {Row} */
export const row = (id, ...cells) => ({ id, cells });

/** @param {string[]} lines @param {string} none */
const orElse = (lines, none) => (lines.length > 0 ? lines : [none]);

/** The rows, cut as little as one page allows. @param {Row[][]} halves @returns {Row[][]} */
function fitting(halves) {
  let cut = halves;
  for (const [letters, items] of SIZES) {
    cut = halves.map((rows) => rows.map((one) => shortened(one, letters, items)));
    const lines = cut.flat().flatMap(({ cells }) => cells.slice(1));
    if (lines.reduce((sum, line) => sum + Math.ceil([...line].length / WIDE), 0) <= LINES) break;
  }
  return cut;
}

/** @param {Row} one @param {number} letters @param {number} items @returns {Row} */
function shortened({ id, cells: [label, ...said] }, letters, items) {
  const rest = said.length > items ? [`And ${said.length - items} more below.`] : [];
  return { id, cells: [label, ...said.slice(0, items).map((text) => clipped(text, letters)), ...rest] };
}

/** @param {Material} material */
function daysLine({ logged, days, pains }) {
  const hard = new Set(pains.filter(({ body }) => body.hard_day).map(({ on }) => on)).size;
  const marked = hard > 0 ? ` ${count(hard, 'day')} marked hard, without a number.` : '';
  return `${logged.size} of ${days} logged, ${days - logged.size} not. Nothing is assumed for days without an entry.${marked}`;
}

/** @param {Material} material */
function siteLines({ sites, label }) {
  const lines = sites.slice(0, TOP_SITES).map(([site, felt]) => {
    const words = commonest(tally(felt, 'words'), 3).map((one) => lowered(label('words', one))).join('; ');
    const { days, median, worst } = spanOf(felt);
    const strength = median === null ? ', no number' : `, median ${median}, worst ${worst}`;
    return `${siteName(label, site)}: ${count(days, 'day')}${strength}${words ? `. ${capitalised(words)}.` : '.'}`;
  });
  return orElse(lines, 'No place noted.');
}

/** @param {Material} material */
function functionLine({ pains, label }) {
  const entries = tally(pains, 'stops_me', 'activity');
  if (entries.size === 0) return 'Nothing noted.';
  const named = commonest(entries, 4).map((one) => {
    const after = afterMinutes(pains, one);
    return `${label('activities', one).toLowerCase()} (${count(entries.get(one) ?? 0, 'entry', 'entries')}${after ? `, ${after}` : ''})`;
  });
  return `${capitalised(named.join(', '))}.`;
}

/** Every reliever of the period, the most used first. @param {Material} material */
export function triedOf({ pains }) {
  /** @type {Map<string, number>} */
  const uses = new Map();
  /** @type {Map<string, [number, number][]>} */
  const pairs = new Map();
  for (const item of pains.filter(({ first }) => first).flatMap(({ body }) => body.relief ?? [])) {
    uses.set(item.what, (uses.get(item.what) ?? 0) + 1);
    if (Number.isFinite(item.before_nrs) && Number.isFinite(item.after_nrs)) {
      pairs.set(item.what, [...(pairs.get(item.what) ?? []), [item.before_nrs, item.after_nrs]]);
    }
  }
  return commonest(uses).map((what) => ({ what, uses: uses.get(what) ?? 0, result: what === 'nothing_helped' ? '' : resultOf(pairs.get(what) ?? []) }));
}

/** @param {[before: number, after: number][]} pairs */
function resultOf(pairs) {
  if (pairs.length === 0) return 'not noted';
  if (pairs.length < PAIRS_LEAST) return pairs.map(([before, after]) => `${before} to ${after}`).join(', ');
  const drop = medianLow(pairs.map(([before, after]) => before - after)) ?? 0;
  const change = drop > 0 ? `${count(drop, 'point')} less` : drop < 0 ? `${count(-drop, 'point')} more` : 'no change';
  return `${change} (median), no gain ${pairs.filter(([before, after]) => after >= before).length} of ${pairs.length} times`;
}

/** @param {Material} material */
const reliefLines = (material) => triedOf(material).map(({ what, uses, result }) => (
  `${material.label('reliefs', what)}: ${count(uses, 'time')}${result && result !== 'not noted' ? `; ${result}.` : '.'}`));

/** "Interferon beta: Name 30 micrograms, since 1 Sep 2025", as typed. @param {Material} material */
function medicineLines({ medicines, first, last, label }) {
  return medicines.map(({ body }) => body).filter((body) => !(body.stopped_on && body.stopped_on < first) && !(body.started_on && body.started_on > last))
    .map(({ class: group, regimen, started_on: begun, stopped_on: ended }) => {
      const dose = [regimen?.dose_text, regimen?.unit_text].filter(Boolean).join(' ');
      const typed = [regimen?.name, dose].filter(Boolean).join(', ');
      const dated = [begun && `${ended ? 'from' : 'since'} ${day(begun)}`, ended && `stopped ${day(ended)}`].filter(Boolean).join(' ');
      return `${label('medicine_classes', group || 'other')}${typed ? `: ${typed}` : ''}${dated ? `, ${dated}` : ''}.`;
    });
}

/** What the person wants to ask at the visit that comes. @param {Material} material @returns {string[]} */
export function questionsOf({ visits, today }) {
  const next = visits.find(({ body }) => String(body.on || body.at).slice(0, 10) >= today);
  return next?.body.questions ?? [];
}
