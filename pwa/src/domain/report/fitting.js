/** Rows of the first page cut as little as one page allows (backend/reports/fitting.py). Pure. */
import { clipped } from './words.js';

/** @typedef {import('./shape.js').Row} Row */

/** Lines of the page besides title and chart. */
const LINES = 36;
/** Letters of an item and items of a row: the steps in which a row is cut. */
const SIZES = [[150, 3], [150, 2], [110, 2], [76, 2], [76, 1]];
/** Rows of which no item is taken, and those that are cut only where nothing else can be. */
const WHOLE = new Set(['summary.change']);
const LAST_CUT = new Set(['summary.days', 'summary.change', 'summary.sites']);
/** How wide letters are on paper, in tenths of most of them, and a line with room for the break of a word. */
const THIN_LETTERS = new Set(' .,;:!|\'()[]ijltfrIJ-“”');
const WIDE_LETTERS = new Set('mwжмшщюыфω…%@');
const THIN = 5;
const USUAL = 10;
const BROAD = 14;
const LINE = 585;

/** It is always the longest row that is cut, by the first step that saves a line. @param {Row[][]} halves @returns {Row[][]} */
export function fitting([before, after]) {
  const rows = [...before, ...after];
  const shown = rows.map((one) => cut(one, SIZES[0]));
  while (shown.reduce((sum, one) => sum + lines(one), 0) > LINES) {
    const shorter = rows.flatMap((one, place) => {
      const its = SIZES.map((size) => cut(one, size)).find((next) => lines(next) < lines(shown[place]));
      return its ? { place, its, last: LAST_CUT.has(one.id) ? 1 : 0 } : [];
    });
    if (shorter.length === 0) break;
    // Of those alike the first.
    const [longest] = shorter.sort((a, b) => a.last - b.last || lines(shown[b.place]) - lines(shown[a.place]) || a.place - b.place);
    shown[longest.place] = longest.its;
  }
  return [shown.slice(0, before.length), shown.slice(before.length)];
}

/** How many lines a row takes on paper. @param {Row} one */
const lines = ({ cells }) => cells.slice(1).reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / LINE)), 0);

/** @param {string} text */
function widthOf(text) {
  let width = 0;
  for (const letter of text) width += THIN_LETTERS.has(letter) ? THIN : WIDE_LETTERS.has(letter) || /\p{Uppercase}/u.test(letter) ? BROAD : USUAL;
  return width;
}

/** @param {Row} one @param {number[]} size @returns {Row} */
function cut({ id, cells: [label, ...said] }, [letters, items]) {
  const most = WHOLE.has(id) ? said.length : items;
  const rest = said.length > most ? [`And ${said.length - most} more below.`] : [];
  return { id, cells: [label, ...said.slice(0, most).map((one) => clipped(one, letters)), ...rest] };
}
