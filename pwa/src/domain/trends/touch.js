/** AN-17: entries in which clothing or light touch came before, by place. See backend/domain/insights/touch.py. */
import { painsIn } from './diary.js';
import { byLetters, counted } from './table.js';

/** @typedef {import('./diary.js').Body} Body */

const TRIGGERS = ['tight_clothes', 'light_touch'];

/**
 * Places, the commonest first.
 * @param {import('./diary.js').Diary} diary
 * @param {import('./diary.js').Span} span
 * @returns {import('./table.js').Table<{region: string, entries: number}>}
 */
export function touch(diary, span) {
  const named = painsIn(diary, span).filter((body) => body.triggers?.length || body.patterns?.length);
  const touched = named.filter(isTouched);
  if (touched.length === 0) return { rules: ['AN-17'], sentence: 'Clothes and touch were not named in this time.', rows: [], of: named.length };
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const { regions } of touched) {
    const places = new Set((regions ?? []).map((/** @type {Body} */ one) => one.region));
    for (const region of places) count.set(region, (count.get(region) ?? 0) + 1);
  }
  const rows = [...count].sort(([a, x], [b, y]) => y - x || byLetters(a, b)).map(([region, entries]) => ({ region, entries }));
  return { rules: ['AN-17'], sentence: `Clothes or touch were named in ${counted(touched.length, 'entry', 'entries')}.`, rows, of: named.length };
}

/** @param {Body} body */
const isTouched = ({ triggers, patterns }) => TRIGGERS.some((one) => triggers?.includes(one)) || Boolean(patterns?.includes('clothes_touch'));
