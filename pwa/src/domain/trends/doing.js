/** What pain let the person do, in their own units, and sessions before and after. See backend/domain/insights/function.py, activity.py. */
import { dayNumber, holds, written } from './diary.js';
import { byLetters, counted, middleLow } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {import('./diary.js').Body} Body
 * @typedef {{activity: string, days: number, minutes: {on: string, minutes: number}[]}} Activity
 * @typedef {{of: number, lower: number, same: number, higher: number, before_nrs: number | null, after_nrs: number | null}} Pairs
 * @typedef {{category: string, sessions: number, after: Pairs, two_hours: Pairs, next_morning: Pairs}} Moved
 */

/** Before the middle of two halves is compared, each has to have this many days. */
const LEAST = 4;
/** @type {Record<string, string>} */
const VERBS = { sitting: 'Sat', standing: 'Stood', walking: 'Walked' };

/** Minutes an activity went on before pain ended it, the least of each day; also how often it was named without. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Activity>} */
export function activities(diary, span) {
  /** @type {Map<string, Map<number, number | null>>} */
  const named = new Map();
  for (const [number, its] of diary.entries) {
    if (!holds(span, number)) continue;
    for (const one of its.flatMap(({ body }) => body.stops_me ?? [])) {
      const days = named.get(one.activity) ?? new Map();
      named.set(one.activity, days);
      const before = days.get(number) ?? null;
      days.set(number, typeof one.minutes === 'number' ? Math.min(before ?? one.minutes, one.minutes) : before);
    }
  }
  const all = new Set([...named.values()].flatMap((days) => [...days.keys()]));
  if (all.size === 0) return { rules: ['AN-07'], sentence: 'Nothing noted of what pain stops.', rows: [], of: 0 };
  const rows = [...named].sort(([a, x], [b, y]) => y.size - x.size || byLetters(a, b)).map(([activity, days]) => ({
    activity, days: days.size, minutes: [...days].flatMap(([number, minutes]) => (minutes === null ? [] : [{ on: written(number), minutes }])),
  }));
  const plain = `Noted on ${counted(all.size, 'day')} what pain got in the way of.`;
  const told = rows.map((row) => grew(row, span)).find(Boolean);
  return { rules: ['AN-07'], sentence: told ?? plain, rows, of: all.size };
}

/** The two halves of the time, by their middle; only what went further is told. @param {Activity} row @param {Span} span */
function grew({ activity, minutes }, span) {
  const half = written(Math.floor((span.first + span.last) / 2));
  const before = minutes.filter(({ on }) => on <= half).map((one) => one.minutes);
  const since = minutes.filter(({ on }) => on > half).map((one) => one.minutes);
  if (!(activity in VERBS) || Math.min(before.length, since.length) < LEAST) return '';
  const [then, now] = [middleLow(before) ?? 0, middleLow(since) ?? 0];
  return now > then ? `${VERBS[activity]} ${now} minutes lately. Before that, ${then}.` : '';
}

/** By kind of movement: sessions, and whether pain was lower, the same or higher later than before. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Moved>} */
export function movedBy(diary, span) {
  /** @type {Map<string, Body[]>} */
  const by = new Map();
  const days = new Set();
  for (const body of diary.records.session ?? []) {
    const number = dayNumber(body.on);
    const done = (body.done ?? []).filter((/** @type {Body} */ one) => one.outcome === 'done' || one.outcome === 'part');
    if (!holds(span, number) || done.length === 0) continue;
    days.add(number);
    const kinds = new Set(done.map((/** @type {Body} */ one) => one.movement.split('-')[0].toLowerCase()));
    for (const kind of kinds) by.set(kind, [...by.get(kind) ?? [], body]);
  }
  const rows = [...by].sort(([a], [b]) => byLetters(a, b)).map(([category, its]) => ({
    category, sessions: its.length,
    after: pairs(its, 'pain_after_nrs'), two_hours: pairs(its, 'pain_2h_nrs'), next_morning: pairs(its, 'next_morning_nrs'),
  }));
  const sentence = days.size > 0 ? `Movement on ${counted(days.size, 'day')}.` : 'No sessions of movement in this time.';
  return { rules: ['AN-14'], sentence, rows, of: days.size };
}

/** @param {Body[]} sessions @param {string} later @returns {Pairs} */
function pairs(sessions, later) {
  const both = sessions.filter((one) => typeof one.pain_before_nrs === 'number' && typeof one[later] === 'number')
    .map((one) => ({ before: one.pain_before_nrs, after: one[later] }));
  return {
    of: both.length,
    lower: both.filter(({ before, after }) => after < before).length,
    same: both.filter(({ before, after }) => after === before).length,
    higher: both.filter(({ before, after }) => after > before).length,
    before_nrs: middleLow(both.map(({ before }) => before)), after_nrs: middleLow(both.map(({ after }) => after)),
  };
}
