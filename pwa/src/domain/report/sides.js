/** Left or right: entries by side, and which side is weaker or holds the aid. Counted, without a reading (backend/reports/sides.py). Pure. */
import { profileOf } from './material.js';
import { count } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** "Left only 2, right only 30, both 4 of 40 entries.", then what the profile says of the sides. @param {Material} material */
export function sides(material) {
  const found = material.pains.filter(({ first }) => first).map(({ body }) => sideOf(body));
  const of = (/** @type {string} */ side) => found.filter((one) => one === side).length;
  const whole = count(found.length, 'entry', 'entries');
  return [`Left only ${of('left')}, right only ${of('right')}, both ${of('both')} of ${whole}.`, ...known(material)];
}

/** @param {Record<string, any>} body */
function sideOf({ regions }) {
  const named = new Set((regions ?? []).map((/** @type {any} */ { side }) => side));
  if (named.has('both') || (named.has('left') && named.has('right'))) return 'both';
  return named.has('left') ? 'left' : named.has('right') ? 'right' : '';
}

/** @param {Material} material */
function known(material) {
  const { weaker_side: weaker, aids } = profileOf(material);
  const hands = [...new Set((aids ?? []).map((/** @type {any} */ { hand }) => hand))].filter((hand) => hand === 'left' || hand === 'right').sort();
  return [
    ...(weaker === 'left' || weaker === 'right' ? [`The ${weaker} side is the weaker one.`] : []),
    ...(hands.length > 0 ? [`The aid is on the ${hands.join(' and the ')}.`] : []),
  ];
}
