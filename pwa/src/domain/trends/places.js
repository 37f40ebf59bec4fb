/** Where it hurt, month by month, and on which side. See backend/domain/insights/sites.py, sides.py. */
import { holds, painsIn, written } from './diary.js';
import { byLetters, counted } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {import('./diary.js').Body} Body
 * @typedef {{month: string, region: string, side: string, days: number}} Place
 */

/** Days of each month on which a place was named, the commonest first. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Place>} */
export function places(diary, span) {
  /** @type {Map<string, Set<number>>} */
  const days = new Map();
  for (const [number, its] of diary.entries) {
    if (!holds(span, number)) continue;
    const month = written(number).slice(0, 7);
    for (const { body } of its) for (const place of placesOf(body)) put(days, `${month} ${place}`, number);
  }
  const rows = [...days].map(([name, its]) => {
    const [month, region, side] = name.split(' ');
    return { month, region, side, days: its.size };
  });
  rows.sort((a, b) => byLetters(a.month, b.month) || b.days - a.days || byLetters(a.region, b.region) || byLetters(a.side, b.side));
  if (rows.length === 0) return { rules: ['sites'], sentence: 'No places named in this time.', rows, of: 0 };
  return { rules: ['sites'], rows, ...most(days, rows, diary.words) };
}

/** @param {Map<string, Set<number>>} all @param {string} name @param {number} number */
function put(all, name, number) {
  const its = all.get(name);
  if (its) its.add(number);
  else all.set(name, new Set([number]));
}

/** @param {Map<string, Set<number>>} days @param {Place[]} rows @param {import('./diary.js').Words} words */
function most(days, rows, words) {
  /** @type {Record<string, number>} */
  const total = {};
  for (const row of rows) total[row.region] = (total[row.region] ?? 0) + row.days;
  const [region] = Object.keys(total).sort((a, b) => total[b] - total[a] || byLetters(a, b));
  const named = new Set([...days.values()].flatMap((its) => [...its]));
  const on = new Set([...days].filter(([name]) => name.split(' ')[1] === region).flatMap(([, its]) => [...its]));
  const label = words.labels[region] ?? 'something of your own';
  const lower = label.slice(0, 1).toLowerCase() + label.slice(1);
  return { sentence: `Named most often: ${lower}, on ${on.size} of ${counted(named.size, 'day')} with a place.`, of: named.size };
}

/** @param {Body} body */
function placesOf(body) {
  const found = (body.regions ?? []).map((/** @type {Body} */ one) => `${one.region} ${one.side}`);
  return body.generalised === true ? [...found, 'generalised middle'] : found;
}

/** Entries left, right and on both; which is weaker, and which holds the aid, where the profile says so. @param {Diary} diary @param {Span} span */
export function sides(diary, span) {
  const found = { left: 0, right: 0, both: 0 };
  for (const body of painsIn(diary, span)) {
    const side = sideOf(body);
    if (side) found[side] += 1;
  }
  const { left, right, both } = found;
  const of = left + right + both;
  if (of === 0) return { rules: ['AN-11'], sentence: 'No sides named in this time.', rows: [], of };
  const rows = /** @type {const} */ (['left', 'right', 'both']).map((side) => ({ side, entries: found[side], is: namesOf(side, diary.records.profile?.[0] ?? {}) }));
  return { rules: ['AN-11'], sentence: `Left side ${left}, right side ${right}, both sides ${both}.`, rows, of };
}

/** @param {Body} body @returns {'left' | 'right' | 'both' | null} */
function sideOf(body) {
  const named = (body.regions ?? []).map((/** @type {Body} */ one) => one.side);
  if (named.includes('both') || (named.includes('left') && named.includes('right'))) return 'both';
  return named.includes('left') ? 'left' : named.includes('right') ? 'right' : null;
}

/** @param {'left' | 'right' | 'both'} side @param {Body} profile */
function namesOf(side, profile) {
  if (side === 'both') return [];
  const weaker = profile.weaker_side;
  const holdsAid = (profile.aids ?? []).some((/** @type {Body} */ aid) => aid.hand === side);
  return [weaker === side && 'weaker', weaker === (side === 'left' ? 'right' : 'left') && 'stronger', holdsAid && 'aid_hand'].filter(Boolean);
}
