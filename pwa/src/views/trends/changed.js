import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { label } from '../../state/content.js';
import { series } from '../../state/trends.js';
import { Why } from '../learn/why.js';
import { Injected } from './injected.js';
import { Table } from './table.js';
import { spoken } from './words.js';

/** @typedef {import('../../domain/trends/changes.js').Change} Change */

/** Injections, and pain before and after an aid or a medicine changed. */
export function Changed() {
  const { aids, medicines, bowel, injections } = series;
  return html`${injections.value.of > 0 && html`<${Injected} />`}
    <${Around} title="Medicines that changed" told=${medicines.value} facts=${['MED-13', 'DX-10']} ask="Ask before changing a medicine."
      what=${(/** @type {any} */ row) => `${label('medicine_classes', row.class)}, ${row.change === 'started' ? 'begun' : 'ended'}`} />
    <${Around} title="A new aid" told=${aids.value} facts=${['TRG-15', 'MEC-09', 'ASK-14']}
      what=${(/** @type {any} */ row) => (row.aid === 'new_aid' ? 'New aid' : label('aids', row.aid))} />
    ${bowel.value.of > 0 && html`<${Card} title="Constipation"><p>${bowel.value.sentence}</p><${Why} facts=${['MED-15', 'NPS-13']} /><//>`}`;
}

/**
 * Each change with the middle of pain in the 14 days on both sides of it, the newest first.
 * @param {{title: string, told: {sentence: string, rows: Change[]}, facts: string[], ask?: string, what: (row: Change) => string}} props
 */
function Around({ title, told, facts, ask = '', what }) {
  if (told.rows.length === 0) return null;
  return html`<${Card} title=${title}>
    <p>${spoken(told.sentence)}</p>
    <${Table} name=${`${title}: pain before and after`} head=${['What', '14 days before', '14 days after']}
      rows=${[...told.rows].reverse().map((row) => [html`${what(row)}<span class="trend-count">${spoken(row.on)}</span>`, side(row.before), side(row.after)])} />
    <p class="soft">${`The middle of pain, 0 to 10. One change alone cannot be told from chance. ${ask}`}</p>
    <${Why} facts=${facts} />
  <//>`;
}

/** @param {import('../../domain/trends/changes.js').Side} side */
const side = ({ median_nrs: nrs }) => nrs ?? 'too few days';
