import { html } from 'htm/preact';

import { cellLine, cellShape } from '../domain/body-cells.js';
import { SHEET } from '../domain/body-drawing.js';
import { nearest, sidesPrinted } from '../domain/body-map.js';
import { once } from '../ui/act.js';
import { BodyFigure } from './body-figure.js';
import { Icon } from './icon.js';

/** @typedef {import('../domain/body-drawing.js').Face} Face */
/** @typedef {import('../domain/body-map.js').Cell} Cell */
/** @typedef {import('../domain/body-map.js').Row} Row */
/** @typedef {import('../domain/body-map.js').Zone} Zone */

const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${(100 * part) / whole}%`;

/**
 * The whole body: one large control for each zone, over a drawing with marks where something is chosen.
 * @param {{face: Face, zones: ReadonlyArray<Zone>, marks: ReadonlyArray<import('./body-figure.js').Mark>, onOpen: (id: string) => unknown}} props
 */
export function WholeBody({ face, zones, marks, onOpen }) {
  return html`<div class="map" onClick=${reachNearest}>
    <${Sides} face=${face} />
    <div class="map-body" role="group" aria-label=${`Parts of the body, ${face}`}>
      <${BodyFigure} face=${face} marks=${marks} />
      ${zones.map((zone) => html`<${ZoneButton} key=${zone.id} zone=${zone} onOpen=${onOpen} />`)}
    </div>
  </div>`;
}

/** @param {{zone: Zone, onOpen: (id: string) => unknown}} props */
function ZoneButton({ zone: { id, label, short, box }, onOpen }) {
  const place = {
    left: percent(box.x, SHEET.width), top: percent(box.y, SHEET.height), width: percent(box.width, SHEET.width), height: percent(box.height, SHEET.height),
  };
  const half = box.x > SHEET.width / 2 ? 'zone-right-half' : 'zone-left-half';
  return html`<button type="button" class=${`zone zone-${id.split('-')[0]} ${half}`} aria-label=${label} style=${place}
    onClick=${once(() => onOpen(id))}><span class="zone-word">${short}</span></button>`;
}

/**
 * One zone, enlarged: each region a control of at least 64 px in the shape of the body there.
 * @param {object} props
 * @param {Face} props.face
 * @param {Zone} props.zone
 * @param {(cell: Cell) => string} props.nameOf - such as "Right hip"
 * @param {(region: string) => string} props.rowName - the region alone, for large text
 * @param {(cell: Cell) => boolean} props.isOn
 * @param {(cell: Cell) => unknown} props.onTap
 */
export function ZoneMap({ face, zone, nameOf, rowName, isOn, onTap }) {
  return html`<div class="map" onClick=${reachNearest}>
    <${Sides} face=${face} />
    <div class=${`map-zone map-${zone.id}`} role="group" aria-label=${zone.label}>
      ${zone.rows.map((row) => html`<${PartRow} key=${row.cells[0].region} row=${row} ...${{ nameOf, rowName, isOn, onTap }} />`)}
    </div>
  </div>`;
}

/**
 * The same region on its sides beside each other, or one part of a limb with its word beside it.
 * @param {{row: Row, nameOf: (cell: Cell) => string, rowName: (region: string) => string, isOn: (cell: Cell) => boolean, onTap: (cell: Cell) => unknown}} props
 */
function PartRow({ row: { cells, outer, inner }, nameOf, rowName, isOn, onTap }) {
  const [first] = cells;
  const alike = cells.length > 1 && cells.every(({ region }) => region === first.region);
  const alone = cells.length === 1 && first.half !== 'middle';
  const [before, after] = first.half === 'right' ? [inner, outer] : [outer, inner];
  const name = ['part-row', alike && 'part-row-alike', alone && `part-row-alone part-row-${first.half}`].filter(Boolean).join(' ');
  return html`${alike && html`<p class="part-caption" aria-hidden="true">${rowName(first.region)}</p>`}
    <div class=${name} style=${{ '--before': `${before}%`, '--after': `${after}%` }}>
      ${cells.map((cell) => html`<${Part} key=${cell.region + cell.side} cell=${cell} name=${nameOf(cell)} on=${isOn(cell)} onTap=${onTap} />`)}
    </div>`;
}

/** @param {{cell: Cell, name: string, on: boolean, onTap: (cell: Cell) => unknown}} props */
function Part({ cell, name, on, onTap }) {
  const line = cellLine(cell.region);
  return html`<button type="button" class=${`body-part body-${cell.region} half-${cell.half}`} aria-pressed=${String(on)} aria-label=${name} onClick=${once(() => onTap(cell))}>
    <svg class=${cell.half === 'right' ? 'part-shape part-mirrored' : 'part-shape'} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path class="part-outline" d=${cellShape(cell.region, cell.half)} />
      ${line && html`<path class="part-line" d=${line} />`}
    </svg>
    ${on && html`<span class="part-check"><${Icon} name="check" /></span>`}
    <span class="part-name">${name}</span>
  </button>`;
}

/** @param {{face: Face}} props */
function Sides({ face }) {
  return html`<p class="map-sides">${sidesPrinted(face).map((words) => html`<b>${words}</b>`)}</p>`;
}

/** A tap beside the controls counts for the nearest one within reach. @param {MouseEvent} event */
function reachNearest(event) {
  const place = /** @type {HTMLElement} */ (event.currentTarget);
  // The way of the tap as it was: what was under the finger may be drawn anew by now.
  if (event.composedPath().some((one) => one instanceof HTMLButtonElement)) return;
  const controls = [...place.querySelectorAll('button')];
  controls[nearest(controls.map((one) => one.getBoundingClientRect()), { x: event.clientX, y: event.clientY })]?.click();
}
