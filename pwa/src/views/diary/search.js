import { computed, effect, signal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { found, pastChanged, readyToFind, recordsById } from '../../state/past.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { AnyRow } from './day.js';
import { Deleted } from './deleted.js';
import { Filters } from './filters.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */
/** @typedef {import('../../domain/past.js').Filter} Filter */

const PAGE = 30;

/** What was asked stays while the app is open, so that coming back from an entry finds the same. */
const question = signal('');
const filter = signal(/** @type {Filter} */ ({}));
const others = signal(false);
const filterOpen = signal(false);
const most = signal(PAGE);
const rows = signal(/** @type {readonly Rec[]} */ ([]));

/** @param {Filter} set */
function narrow(set) {
  filter.value = { ...filter.value, ...set };
  most.value = PAGE;
}

function startAnew() {
  question.value = '';
  filter.value = {};
  others.value = false;
  most.value = PAGE;
}

/** Whose diary is open: the next person on this phone finds nothing of what the last one looked for. */
const whose = computed(() => session.value.space);
effect(() => {
  if (whose.value === undefined) return;
  startAnew();
  filterOpen.value = false;
  rows.value = [];
});

/** Finds entries by word and by what they hold. */
export function Search() {
  useEffect(() => { readyToFind(); }, []);
  const narrowed = others.value ? { ...filter.value, byOthers: session.value.account?.id.slice(0, 8) ?? 'nobody' } : filter.value;
  const count = Object.values(narrowed).filter((value) => value !== null && value !== undefined && value !== false).length;
  const asking = question.value.trim() !== '' || count > 0;
  const ids = asking ? found(question.value, narrowed) : [];
  const shown = ids?.slice(0, most.value) ?? [];
  useEffect(() => { recordsById(shown).then((recs) => { rows.value = recs; }); }, [shown.join(' '), pastChanged.value]);
  return html`<${Page} title="Find in the diary" back="/diary">
    <${Field} label="Find by word" type="search" value=${question.value} hint="Such as hip, burning or a medicine." autocomplete="off"
      onInput=${(/** @type {string} */ text) => { question.value = text; most.value = PAGE; }} />
    <${Pick} title="Filter" detail=${count ? `${count} chosen` : 'Symptom, place, strength, note, dates'} icon="list" open=${filterOpen.value}
      onClick=${() => { filterOpen.value = !filterOpen.value; }} />
    ${filterOpen.value && html`<${Filters} filter=${filter.value} others=${others.value} onNarrow=${narrow}
      onOthers=${(/** @type {boolean} */ on) => { others.value = on; most.value = PAGE; }} />`}
    <p role="status">${asking && ids ? countText(ids.length) : ''}</p>
    ${asking && ids?.length === 0 && html`<${Card}>
      <p>No entry has all of this. Take one thing away, or start anew.</p>
      <${Button} variant="quiet" tall onClick=${startAnew}>Start anew<//>
    <//>`}
    ${shown.length > 0 && html`<${Card}><ul class="entries" role="list">
      ${rows.value.map((record) => html`<li key=${record.id}><${AnyRow} record=${record} when=${whenOf(record)} /></li>`)}
    </ul><//>`}
    ${ids && ids.length > most.value && html`<${Button} variant="line" tall onClick=${() => { most.value += PAGE; }}>Show ${Math.min(PAGE, ids.length - most.value)} more<//>`}
    <${Deleted} />
  <//>`;
}

/** @param {number} count */
const countText = (count) => (count === 1 ? '1 entry' : `${count} entries`);

/** @param {Rec} record */
export const whenOf = ({ body }) => (body.on ?? body.at ? dayName(body.on ?? body.at.slice(0, 10), today.value) : '');
