import { html } from 'htm/preact';

import { JOINTS, LINES, MIDDLE, PAIRED, SHEET, spots } from '../domain/body-drawing.js';

/** @typedef {import('../domain/body-drawing.js').Face} Face */
/** @typedef {import('../domain/body-drawing.js').Point} Point */

/**
 * @typedef {object} Mark
 * @property {string} region - vocabulary id, or "thigh" for any side of it
 * @property {'left' | 'right' | 'both' | 'middle'} side - the person's own
 * @property {'last' | 'older' | 'next' | 'on'} tone - each has its own shape: disc, dashed ring, diamond with a dot, disc with a tick
 * @property {string} [text] - one short word beside the mark, such as "Next"
 */

/**
 * @typedef {object} BodyFigureProps
 * @property {Face} face
 * @property {ReadonlyArray<Mark>} [marks] - those on the other face are left out
 * @property {string} [label] - what it shows, for screen readers; without it the drawing is hidden from them
 */

/**
 * A body with marks on it, to look at and not to tap.
 * @param {BodyFigureProps} props
 */
export function BodyFigure({ face, marks = [], label }) {
  const words = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' };
  const half = html`${PAIRED.map((d) => html`<path class="part" d=${d} />`)}${JOINTS.map((d) => html`<path class="part joint" d=${d} />`)}`;
  const [head, neck, ...trunk] = MIDDLE;
  return html`<svg class="body-figure" viewBox=${`0 0 ${SHEET.width} ${SHEET.height}`} focusable="false" ...${words}>
    ${[neck, head, ...trunk].map((d) => html`<path class="part" d=${d} />`)}
    <g>${half}</g>
    <g transform=${`translate(${SHEET.width} 0) scale(-1 1)`}>${half}</g>
    ${LINES[face].map((d) => html`<path class="line" d=${d} />`)}
    ${marks.flatMap((mark) => spots(face, mark).map((spot) => html`<${MarkShape} key=${mark.region + spot} mark=${mark} spot=${spot} />`))}
  </svg>`;
}

const SHAPES = {
  last: ['M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z'],
  older: ['M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z'],
  next: ['M0-12 12 0 0 12-12 0Z', 'M0 0h.01'],
  on: ['M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z', 'M-4.5 .5-1.5 3.5 4.5-3'],
};

/** @param {{mark: Mark, spot: Point}} props */
function MarkShape({ mark, spot: [x, y] }) {
  const [shape, sign] = SHAPES[mark.tone];
  // Beside the body, so that the word crosses as little of it as it can.
  const outwards = x <= SHEET.width / 2 ? -1 : 1;
  return html`<g class=${`mark mark-${mark.tone}`} transform=${`translate(${x} ${y})`}>
    <path class="mark-shape" d=${shape} />
    ${sign && html`<path class="mark-sign" d=${sign} />`}
    ${mark.text && html`<text class="mark-text" x=${outwards * 16} y="5" text-anchor=${outwards < 0 ? 'end' : 'start'}>${mark.text}</text>`}
  </g>`;
}
