/** AN-01: pain 0 to 24 and 24 to 48 hours after an injection, and later. See backend/domain/insights/injection.py, rounds.py. */
import { dayNumber, holds } from './diary.js';
import { byLetters, counted, middle, middleLow } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {{part: '0_24' | '24_48' | 'later', entries: number, median_nrs: number | null}} Window
 */

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** From one injection to the next, in hours: longer than this leaves a quiet time; shorter goes day by day. */
const LONG_GAP = 60;
const SHORT_GAP = 36;
/** What comes more than two weeks after an injection is no longer compared with it. */
const LAST_PART = 14;
const INJECTIONS = 4;
const ENTRIES = 8;
/** Three a week leave little quiet time; it takes this long to gather enough of it. */
const SEVERAL_A_WEEK_DAYS = 42;
/** @type {[Window['part'], number, number][]} */
const PARTS = [['0_24', 0, 0], ['24_48', 1, 1], ['later', 2, 13]];
/** @type {Record<string, string>} */
const WHY_NOT = {
  none: 'No injections noted in this time.',
  few: 'No comparison yet: it takes 4 injections.',
  daily: 'No comparison: with an injection each day there is no day without.',
  every_other_day: 'No quiet time: only the first and second day after injection can be compared.',
  short: 'No comparison yet: three a week leave little quiet time. It takes 6 weeks.',
  entries: 'No comparison yet: it takes 8 entries in each part.',
  several_a_week: 'Little quiet time to compare: only the longer gap of each week has any.',
};

/** Three bars, with how many entries each stands on. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Window>} */
export function injections(diary, span) {
  const injected = momentsOf(dosesIn(diary, span));
  if (injected.length === 0) return { rules: ['AN-01'], sentence: WHY_NOT.none, rows: [], of: 0 };
  const placed = entriesAfter(diary, span, injected);
  const rows = PARTS.map(([part, from, to]) => {
    const its = placed.filter(({ slot }) => slot >= from && slot <= to).map(({ nrs }) => nrs);
    return { part, entries: its.length, median_nrs: middleLow(its) };
  });
  const told = `Pain by time since injection, over ${counted(injected.length, 'injection')}.`;
  return { rules: ['AN-01'], sentence: WHY_NOT[obstacle(injected, rows)] ?? told, rows, of: injected.length };
}

/**
 * The time from 24 to 48 hours after each injection, in days since the first of the span and by the clock of its place.
 * None where an injection follows each day: then all of it would be that time.
 * @param {Diary} diary @param {Span} span @returns {{from: number, to: number}[]}
 */
export function secondDays(diary, span) {
  const doses = dosesIn(diary, { first: span.first - 2, last: span.last });
  const hours = momentsOf(doses);
  if (hours.length > 1 && rhythmOf(hours) === 'daily') return [];
  const all = span.last - span.first + 1;
  const starts = doses.map(({ on, at }) => /** @type {number} */ (dayNumber(on || at.slice(0, 10))) - span.first + 1 + clockOf(at));
  return [...new Set(starts)].map((from) => ({ from: Math.max(0, from), to: Math.min(all, from + 1) })).filter(({ from, to }) => from < to);
}

/** How much of its day has gone, as its own clock has it: "2026-11-20T18:00:00+01:00" is 0.75. @param {string} at */
const clockOf = (at) => (Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))) / (HOURS * 60) || 0;

/** Of whatever is injected most often: interferon, or what has a place on the body noted. @param {Diary} diary @param {Span} span */
function dosesIn({ records, medicines }, span) {
  const taken = (records.dose ?? []).filter((body) => (body.status === 'taken' || body.status === 'late') && body.at && body.medicine_id
    && holds(span, dayNumber(body.on || body.at.slice(0, 10))));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { medicine_id: id, body_site: site } of taken) {
    if (medicines[id]?.class === 'interferon_beta' || site) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || byLetters(a, b));
  return most ? taken.filter(({ medicine_id: id }) => id === most[0]) : [];
}

/** Instants in hours, each once. @param {import('./diary.js').Body[]} doses */
const momentsOf = (doses) => [...new Set(doses.map(({ at }) => Date.parse(at) / HOUR_MS))].sort((a, b) => a - b);

/** Hours from each to the next. @param {number[]} injected */
const gapsOf = (injected) => injected.slice(1).map((moment, i) => moment - injected[i]);

/** Parts to look at after each: an injection nobody noted would be taken for quiet time otherwise. @param {number[]} injected */
function slotsOf(injected) {
  if (injected.length < 2) return LAST_PART;
  const gaps = gapsOf(injected).map((gap) => gap / HOURS).sort((a, b) => a - b);
  // Three a week: the long gap is the longest that is usual.
  const usual = middle(gaps) * HOURS < LONG_GAP ? gaps[Math.floor((gaps.length * 9) / 10)] : middle(gaps);
  return Math.min(LAST_PART, Math.max(2, halfToEven(usual)));
}

/** As the server rounds. @param {number} number */
const halfToEven = (number) => (number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number));

/** Each entry with a number by whole days since the injection before it. @param {Diary} diary @param {Span} span @param {number[]} injected */
function entriesAfter({ pains }, span, injected) {
  const cut = slotsOf(injected);
  return pains.flatMap(([on, { severity_nrs: nrs, at }]) => {
    if (typeof nrs !== 'number' || !at || !holds(span, on)) return [];
    const moment = Date.parse(at) / HOUR_MS;
    const before = injected.findLast((one) => one <= moment);
    const slot = before === undefined ? cut : Math.floor((moment - before) / HOURS);
    return slot < cut ? [{ slot, nrs }] : [];
  });
}

/** @param {number[]} injected */
function rhythmOf(injected) {
  if (injected.length < 2) return 'few';
  const gaps = gapsOf(injected);
  const usual = middle(gaps);
  if (usual < SHORT_GAP) return 'daily';
  if (usual >= LONG_GAP) return 'long';
  return gaps.filter((gap) => gap >= LONG_GAP).length * 10 >= gaps.length ? 'several_a_week' : 'every_other_day';
}

/** Why nothing, or only a part, can be compared; empty where all can. @param {number[]} injected @param {Window[]} rows */
function obstacle(injected, rows) {
  const rhythm = rhythmOf(injected);
  if (rhythm === 'daily') return rhythm;
  if (injected.length < INJECTIONS) return 'few';
  const days = Math.floor((injected[injected.length - 1] - injected[0]) / HOURS);
  if (rhythm === 'several_a_week' && days < SEVERAL_A_WEEK_DAYS) return 'short';
  if (rows.slice(0, rhythm === 'every_other_day' ? 2 : 3).some(({ entries }) => entries < ENTRIES)) return 'entries';
  return rhythm === 'long' ? '' : rhythm;
}
