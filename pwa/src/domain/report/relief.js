/** What was tried against pain: how often, and what the number did where it was given before and after (backend/reports/relief.py). Pure. */
import { row, table } from './blocks.js';
import { commonest, medianLow } from './felt.js';
import { count } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** Fewer pairs than this are told as they are, without a median. */
const PAIRS_LEAST = 5;
const NO_HELP = 'nothing_helped';

/** Every reliever of the period, the most used first. @param {Material} material */
function triedOf({ pains }) {
  /** @type {Map<string, number>} */
  const uses = new Map();
  /** @type {Map<string, [before: number, after: number][]>} */
  const pairs = new Map();
  for (const { first, body } of pains) {
    for (const { what, before_nrs: before, after_nrs: after } of (first && body.relief) || []) {
      uses.set(what, (uses.get(what) ?? 0) + 1);
      if (Number.isFinite(before) && Number.isFinite(after)) pairs.set(what, [...(pairs.get(what) ?? []), [before, after]]);
    }
  }
  return commonest(uses).map((what) => ({ what, uses: uses.get(what) ?? 0, result: what === NO_HELP ? '' : resultOf(pairs.get(what) ?? []) }));
}

/** @param {[before: number, after: number][]} pairs */
function resultOf(pairs) {
  if (pairs.length === 0) return 'not noted';
  if (pairs.length < PAIRS_LEAST) return pairs.map(([before, after]) => `${before} to ${after}`).join(', ');
  const drop = medianLow(pairs.map(([before, after]) => before - after)) ?? 0;
  const change = drop > 0 ? `${count(drop, 'point')} less` : drop < 0 ? `${count(-drop, 'point')} more` : 'no change';
  return `${change} (median), no gain ${pairs.filter(([before, after]) => after >= before).length} of ${pairs.length} times`;
}

/** "Heat pack: 8 times; 2 points less (median), …" @param {Material} material */
export const reliefLines = (material) => triedOf(material).map(({ what, uses, result }) => (
  `${material.words.of('reliefs', what)}: ${count(uses, 'time')}${result && result !== 'not noted' ? `; ${result}.` : '.'}`));

/** The whole list. @param {Material} material */
export function reliefBlock(material) {
  const rows = triedOf(material).map(({ what, uses, result }) => row(`tried.${what}`, material.words.of('reliefs', what, true), String(uses), result));
  return table('tried.relief', 'What was tried against pain', ['What', 'Times', 'Pain before and after'], rows);
}
