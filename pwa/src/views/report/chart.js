import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { day } from '../../domain/report/words.js';
import { withoutLines } from '../../state/without-lines.js';

const HIGH = 100;

/**
 * A bar for the worst, a line for the median; a gap where there is no number. The words say the same. Who wants no
 * falling lines opens it, or reads the words; on paper it stands for whoever reads there.
 * @param {{data: {unit: string, points: {on: string, worst: number | null, median: number | null}[], marks?: {on: string, label: string}[]}, summary: string}} props
 */
export function Chart({ data, summary }) {
  const { points, marks = [] } = data;
  const wide = Math.max(points.length, 1);
  const y = (/** @type {number} */ score) => HIGH - score * 10;
  const last = points[points.length - 1]?.on;
  const figure = useRef(/** @type {HTMLElement | null} */ (null));
  const [open, setOpen] = useState(false);
  useEffect(() => { if (open) figure.current?.focus(); }, [open]);
  const behind = withoutLines.value && !open;
  return html`<figure ref=${figure} tabindex="-1" class=${behind ? 'report-chart report-behind' : 'report-chart'}>
    ${behind && html`<${Button} variant="quiet" icon="trends" onClick=${() => setOpen(true)}>Show the chart<//>`}
    <div class="report-plot">
      <div class="report-scale" aria-hidden="true"><span>10</span><span>5</span><span>0</span></div>
      <svg viewBox=${`0 -2 ${wide} ${HIGH + 4}`} preserveAspectRatio="none" role="img" aria-label="A chart; the text below says what it shows" focusable="false">
        ${[0, 5, 10].map((score) => html`<path key=${score} class="grid" d=${`M0 ${y(score)}H${wide}`} />`)}
        ${points.map(({ on, worst, median }, at) => html`<g key=${on}>
          ${worst !== null && html`<rect class="bar" x=${at + 0.15} width="0.7" y=${y(worst)} height=${Math.max(1, worst * 10)} />`}
          ${median !== null && html`<path class="median" d=${`M${at + 0.05} ${y(median)}h0.9`} />`}
        </g>`)}
      </svg>
    </div>
    <div class="report-dates" aria-hidden="true"><span>${day(points[0]?.on)}</span><span>${day(last)}</span></div>
    <figcaption>${summary}${marks.length > 0 && html` In these days: ${marks.map(({ on, label }) => `${label} on ${day(on)}`).join('; ')}.`}</figcaption>
  </figure>`;
}
