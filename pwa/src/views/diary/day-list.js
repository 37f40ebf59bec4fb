import { signal, useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { Card } from '../../components/card.js';
import { drawn, rowAt, tops } from '../../domain/heights.js';
import { readDays, recordsOn } from '../../state/past.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { DayRows } from './day.js';

/** @typedef {import('../../domain/past.js').Day} Day */

/** How far beyond the screen days are drawn, px: a fast thumb meets no empty place. */
const MARGIN = 1200;
/** Guesses for a day that was never drawn, px: its heading with the space below it, and one row. */
const HEAD = 88;
const ROW = 86;
/** The space between two days, with room to spare, px: a day that ends inside it is out of sight. */
const GAP = 24;

/** Heights of days as last drawn, px. They outlive the screen, so that coming back finds the same place. @type {Map<string, number>} */
const heights = new Map();
/** How wide they were drawn, px. */
let width = 0;

/** The day to go to: set by "Go to". @type {import('@preact/signals').Signal<string | null>} */
export const wantedDay = signal(null);

/** Counts days that became higher or lower than they were, as when their records arrive. */
const resized = signal(0);
const watch = new ResizeObserver(() => { resized.value += 1; });

/**
 * Days newest first, of which only those near the screen are drawn.
 * @param {{days: readonly Day[]}} props
 */
export function DayList({ days }) {
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  const grown = useSignal(0);
  const range = useSignal({ first: 0, last: 0 });
  const held = useSignal(-1);
  const from = useMemo(() => tops(days.length, (i) => heightOf(days[i])), [days, grown.value]);
  const push = useRef(0);
  void resized.value;
  const rows = drawn(range.value, held.value, days.length);

  useEffect(() => { readDays(rows.map((i) => days[i][0])); });
  useLayoutEffect(() => moveAlong(list.current, push), [from]);
  useLayoutEffect(() => { if (measured(list.current, days, from, push)) grown.value += 1; });
  useLayoutEffect(() => followScroll(list, from, range), [from]);
  useLayoutEffect(() => goToWanted(list.current, days, from, held), [wantedDay.value, from]);

  return html`<ol class="days" role="list" ref=${list} style=${{ blockSize: `${from[days.length]}px` }}
      onFocusIn=${(/** @type {FocusEvent} */ { target }) => { held.value = indexOf(target); }}>
    ${rows.map((i) => html`<${Place} key=${days[i][0]} i=${i} of=${days.length} top=${from[i]} on=${days[i][0]} count=${days[i][1]} />`)}
  </ol>`;
}

/** Where a day lies. The day itself is made once, however often its place moves. @param {{i: number, of: number, top: number, on: string, count: number}} props */
function Place({ i, of, top, on, count }) {
  const day = useMemo(() => html`<${Day} on=${on} count=${count} />`, [on, count]);
  const place = useRef(/** @type {HTMLLIElement | null} */ (null));
  useLayoutEffect(() => {
    const here = /** @type {HTMLLIElement} */ (place.current);
    watch.observe(here);
    return () => watch.unobserve(here);
  }, []);
  return html`<li class="days-one" ref=${place} data-i=${i} aria-setsize=${of} aria-posinset=${i + 1} style=${{ insetBlockStart: `${top}px` }}>${day}</li>`;
}

/** @param {{on: string, count: number}} props */
function Day({ on, count }) {
  const recs = recordsOn(on);
  return html`<${Card} title=${dayName(on, today.value)}>
    ${recs ? html`<${DayRows} recs=${recs} />` : html`<div aria-hidden="true" style=${{ blockSize: `${count * ROW}px` }}></div>`}
  <//>`;
}

/** @param {EventTarget | null} target */
function indexOf(target) {
  const row = target instanceof Element ? target.closest('[data-i]') : null;
  return Number(row?.getAttribute('data-i') ?? -1);
}

/** As last drawn, or a guess. @param {Day} day */
const heightOf = ([on, count]) => heights.get(on) ?? HEAD + ROW * count;

/**
 * Takes the heights of what is drawn.
 * @param {HTMLElement | null} list @param {readonly Day[]} days @param {Float64Array} from
 * @param {{current: number}} push - by how much what lies above the screen has grown, px
 * @returns {boolean} whether any was another one than thought
 */
function measured(list, days, from, push) {
  if (!list) return false;
  if (list.clientWidth !== width) {
    width = list.clientWidth;
    heights.clear();
  }
  const above = -list.getBoundingClientRect().top + GAP;
  let changed = false;
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(':scope > li'))) {
    const i = Number(row.dataset.i);
    const height = row.offsetHeight;
    const thought = heightOf(days[i]);
    if (!recordsOn(days[i][0]) || Math.abs(height - thought) < 1) continue;
    heights.set(days[i][0], height);
    changed = true;
    if (from[i + 1] <= above) push.current += height - thought;
  }
  return changed;
}

/** What grew above the screen pushes nothing: the scroll moves along, once the list itself is as long. @param {HTMLElement | null} list @param {{current: number}} push */
function moveAlong(list, push) {
  if (list && push.current !== 0) scroller(list).scrollTop += push.current;
  push.current = 0;
}

/** @param {HTMLElement} list @returns {Element} what scrolls: the content, or on a low screen the whole page */
function scroller(list) {
  const inner = list.closest('.scroll');
  return inner && inner.scrollHeight > inner.clientHeight && getComputedStyle(inner).overflowY !== 'visible'
    ? inner : /** @type {Element} */ (document.scrollingElement);
}

/**
 * @param {{current: HTMLElement | null}} list @param {Float64Array} from
 * @param {import('@preact/signals').Signal<{first: number, last: number}>} range
 */
function followScroll(list, from, range) {
  const draw = (/** @type {number} */ margin) => {
    const top = list.current?.getBoundingClientRect().top;
    if (top === undefined) return;
    const [first, last] = [rowAt(from, -top - margin), rowAt(from, -top + innerHeight + margin)];
    if (first !== range.peek().first || last !== range.peek().last) range.value = { first, last };
  };
  const look = () => draw(MARGIN);
  // What is in sight comes first; the rest follows when that is on the screen.
  if (range.peek().last === 0) draw(0);
  const soon = requestAnimationFrame(() => setTimeout(look));
  // Scrolling does not bubble; caught on its way down it is seen whoever scrolls.
  document.addEventListener('scroll', look, { capture: true, passive: true });
  addEventListener('resize', look);
  return () => {
    cancelAnimationFrame(soon);
    document.removeEventListener('scroll', look, { capture: true });
    removeEventListener('resize', look);
  };
}

/**
 * @param {HTMLElement | null} list @param {readonly Day[]} days @param {Float64Array} from
 * @param {import('@preact/signals').Signal<number>} held
 */
function goToWanted(list, days, from, held) {
  const on = wantedDay.peek();
  if (!on || !list) return;
  const i = days.findIndex(([day]) => day <= on);
  if (i < 0) return;
  scroller(list).scrollTop += list.getBoundingClientRect().top + from[i] - (list.closest('.scroll')?.getBoundingClientRect().top ?? 0) - 8;
  held.value = i;
  requestAnimationFrame(() => {
    wantedDay.value = null;
    const heading = /** @type {HTMLElement | null} */ (list.querySelector(`[data-i="${i}"] h2`));
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  });
}
