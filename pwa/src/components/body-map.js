import { html } from 'htm/preact';

import { cellShape } from '../domain/body-cells.js';
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
  return html`<div class="map">
    <${Sides} face=${face} />
    <div class="map-body" role="group" aria-label=${`Parts of the body, ${face}`} onClick=${reachNearest}>
      <${BodyFigure} face=${face} marks=${marks} />
      ${zones.map(({ id, label, short, box }) => html`<button key=${id} type="button" class=${`zone zone-${id}`} aria-label=${label}
        style=${{ left: percent(box.x, SHEET.width), top: percent(box.y, SHEET.height), width: percent(box.width, SHEET.width), height: percent(box.height, SHEET.height) }}
        onClick=${once(() => onOpen(id))}><span class="zone-word">${short}</span></button>`)}
    </div>
  </div>`;
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
  return html`<div class="map">
    <${Sides} face=${face} />
    <div class=${`map-zone map-${zone.id}`} role="group" aria-label=${zone.label} onClick=${reachNearest}>
      ${zone.rows.map((row) => {
        const alike = row.cells.length > 1 && row.cells.every(({ region }) => region === row.cells[0].region);
        return html`${alike && html`<p class="part-caption" aria-hidden="true">${rowName(row.cells[0].region)}</p>`}
          <div class=${alike ? 'part-row part-row-alike' : 'part-row'} style=${roomOf(row)}>
            ${row.cells.map((cell) => html`<${Part} key=${cell.region + cell.side} cell=${cell} name=${nameOf(cell)} on=${isOn(cell)} onTap=${onTap} />`)}
          </div>`;
      })}
    </div>
  </div>`;
}

/** @param {Row} row */
function roomOf({ cells, outer, inner }) {
  const [before, after] = cells[0].half === 'right' ? [inner, outer] : [outer, inner];
  return { '--before': `${before}%`, '--after': `${after}%` };
}

/** @param {{cell: Cell, name: string, on: boolean, onTap: (cell: Cell) => unknown}} props */
function Part({ cell, name, on, onTap }) {
  return html`<button type="button" class=${`body-part body-${cell.region}`} aria-pressed=${String(on)} aria-label=${name} onClick=${once(() => onTap(cell))}>
    <svg class=${cell.half === 'right' ? 'part-shape part-mirrored' : 'part-shape'} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d=${cellShape(cell.region, cell.half)} /></svg>
    <span class="part-words">${on && html`<${Icon} name="check" />`}<span class="part-name">${name}</span></span>
  </button>`;
}

/** @param {{face: Face}} props */
function Sides({ face }) {
  return html`<p class="map-sides">${sidesPrinted(face).map((words) => html`<b>${words}</b>`)}</p>`;
}

/** A tap beside the controls counts for the nearest one within reach. @param {MouseEvent} event */
function reachNearest(event) {
  const place = /** @type {HTMLElement} */ (event.currentTarget);
  if (event.target instanceof Element && event.target.closest('button')) return;
  const controls = [...place.querySelectorAll('button')];
  controls[nearest(controls.map((one) => one.getBoundingClientRect()), { x: event.clientX, y: event.clientY })]?.click();
}
