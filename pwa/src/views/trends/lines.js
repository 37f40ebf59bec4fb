import { html } from 'htm/preact';

import { apart, runsOf } from '../../domain/trends/points.js';

/**
 * @typedef {import('../../domain/trends/pain.js').Band} Band
 * @typedef {import('../../domain/trends/points.js').Points} Points
 * @typedef {import('../../domain/trends/points.js').Point} Point
 */

const WIDTH = 1000;
const HEIGHT = 200;
const y = (/** @type {number} */ nrs) => HEIGHT - (nrs * HEIGHT) / 10;
const x = (/** @type {Point} */ point) => Math.round(point.at * WIDTH);

/** A stroke with round ends: a point without neighbours is a dot. @param {Point[]} run @param {'worst' | 'middle'} which */
const path = (run, which) => `M${run.map((point) => `${x(point)} ${y(point[which])}`).join('L')}${run.length === 1 ? 'h.01' : ''}`;

/** @param {Band} band */
export const bandWords = ({ low_nrs: low, high_nrs: high }) => (low === high ? `usual: ${low}` : `usual: ${low} to ${high}`);

/** How high a line of words is, of the chart. */
const WORDS = 0.13;

/**
 * Words beside the ends of their lines, with the last number; the band's words beside the band.
 * @param {Points} all @param {Band | null} band @param {boolean} alike
 */
function labelsOf({ points }, band, alike) {
  const last = points[points.length - 1];
  // What ends near today has its words outside of the drawing, all in one column.
  const across = last.at > 0.9 ? 1 : last.at;
  return apart([
    { at: 1 - last.worst / 10, size: WORDS, across, words: [`${alike ? 'pain' : 'worst'} ${last.worst}`] },
    ...(alike ? [] : [{ at: 1 - last.middle / 10, size: WORDS, across, words: [`middle ${last.middle}`] }]),
    ...(band ? [{ at: 1 - (band.low_nrs + band.high_nrs) / 20, size: 2 * WORDS, across: 1, words: bandWords(band).split(/(?<=:) /) }] : []),
  ]);
}

/**
 * The worst and the middle of each day over the band of the usual. Days without an entry part the lines.
 * The drawing stretches with its place; its words stand around it, as large as all others.
 * @param {{all: Points, band: Band | null, from: string, label: string, shades: {from: number, to: number}[], days: number}} props
 *   shades: times after injections, in days of so many
 */
export function Lines({ all, band, from, label, shades, days }) {
  const runs = runsOf(all);
  const alike = all.points.every(({ worst, middle }) => worst === middle);
  const part = (/** @type {number} */ number) => `${(100 * number) / days}%`;
  return html`<div class="trend-chart">
    <div class="trend-plot">
      <span class="trend-y" aria-hidden="true"><span>10</span><span>5</span><span>0</span></span>
      <div class="trend-area">
        ${shades.map((shade) => html`<span class="trend-shade" key=${shade.from} aria-hidden="true" style=${{ insetInlineStart: part(shade.from), inlineSize: part(shade.to - shade.from) }}></span>`)}
        <svg class="trend-svg" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label=${label} focusable="false">
          ${band && html`<rect class="trend-band" x="0" width=${WIDTH} y=${y(Math.min(10, band.high_nrs + 0.2))}
            height=${y(Math.max(0, band.low_nrs - 0.2)) - y(Math.min(10, band.high_nrs + 0.2))} />`}
          ${[0, 5, 10].map((nrs) => html`<path class="trend-grid" key=${nrs} d=${`M0 ${y(nrs)}H${WIDTH}`} />`)}
          ${!alike && runs.map((run) => html`<path class="trend-middle" d=${path(run, 'middle')} />`)}
          ${runs.map((run) => html`<path class=${run.length === 1 ? 'trend-worst trend-dot' : 'trend-worst'} d=${path(run, 'worst')} />`)}
        </svg>
        <div class="trend-labels" aria-hidden="true">${labelsOf(all, band, alike).map(({ middle, across, words }) => html`<span key=${words[0]}
          style=${{ insetBlockStart: `${100 * middle}%`, insetInlineStart: `${100 * across}%` }}>${words.map((line) => html`<span>${line}</span>`)}</span>`)}</div>
      </div>
    </div>
    <p class="trend-x" aria-hidden="true"><span>${from}</span><span>Today</span></p>
    <${Key} alike=${alike} band=${band} />
    ${shades.length > 0 && html`<p class="trend-shaded"><span class="trend-shade-swatch" aria-hidden="true"></span>Shaded: 24 to 48 hours after an injection.</p>`}
  </div>`;
}

/** The same words below, where there is no room beside the lines. @param {{alike: boolean, band: Band | null}} props */
function Key({ alike, band }) {
  return html`<ul class="trend-key" role="list">
    <li><${Sample} name="trend-worst" />${alike ? 'pain' : 'worst'}</li>
    ${!alike && html`<li><${Sample} name="trend-middle" />middle</li>`}
    ${band && html`<li><span class="trend-swatch" aria-hidden="true"></span>${bandWords(band)}</li>`}
  </ul>`;
}

/** How a line looks. @param {{name: string}} props */
function Sample({ name }) {
  return html`<svg class="trend-sample" viewBox="0 0 36 12" aria-hidden="true" focusable="false"><path class=${name} d="M3 6H33" /></svg>`;
}

/** Where the usual lies between 0 and 10: nothing here rises or falls. @param {{band: Band | null}} props */
export function BandAlone({ band }) {
  if (!band) return html`<p class="soft">The usual is told from 8 days with a number.</p>`;
  const [low, high] = [Math.max(0, band.low_nrs - 0.2), Math.min(10, band.high_nrs + 0.2)];
  return html`<div class="trend-chart">
    <svg class="trend-strip" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label=${`From 0 to 10, ${bandWords(band)}`} focusable="false">
      <rect class="trend-scale" x="0" y="0" width="100" height="20" />
      <rect class="trend-range" x=${low * 10} y="0" width=${(high - low) * 10} height="20" />
    </svg>
    <p class="trend-x" aria-hidden="true"><span>0</span><b>${bandWords(band)}</b><span>10</span></p>
  </div>`;
}
