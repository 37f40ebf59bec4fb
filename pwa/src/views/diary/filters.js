import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { Scale } from '../../components/scale.js';
import { Switch } from '../../components/switch.js';
import { label, vocabulary } from '../../state/content.js';
import { terms } from '../../state/custom.js';

/** @typedef {import('../../domain/past.js').Filter} Filter */

const KINDS = [
  { id: 'symptom', label: 'What I felt' }, { id: 'daily', label: 'The day' }, { id: 'mood', label: 'The mind' }, { id: 'dose', label: 'Medicines' },
  { id: 'event', label: 'What happened' }, { id: 'session', label: 'Movement' }, { id: 'safety', label: 'Safety messages' }, { id: 'observation', label: 'What others noticed' },
];

/**
 * What an entry must hold to be found. Each part opens by a tap.
 * @param {{filter: Filter, others: boolean, onNarrow: (set: Filter) => void, onOthers: (on: boolean) => void}} props
 */
export function Filters({ filter, others, onNarrow, onOthers }) {
  const { kind = null, symptom = null, region = null, atLeast = null } = filter;
  return html`<div class="stack">
    <${Part} title="Kind" chosen=${KINDS.find(({ id }) => id === kind)?.label}>
      <${Choices} label="Kind" items=${KINDS} chosen=${[kind ?? '']} onToggle=${(/** @type {string} */ id) => onNarrow({ kind: id === kind ? null : id })} />
    <//>
    <${Part} title="Symptom" chosen=${symptom && label('symptoms', symptom)}>
      <${Choices} label="Symptom" items=${terms('symptoms')} chosen=${[symptom ?? '']} onToggle=${(/** @type {string} */ id) => onNarrow({ symptom: id === symptom ? null : id })} />
    <//>
    <${Part} title="Place" chosen=${region && label('regions', region)}>
      <${Choices} label="Place" items=${vocabulary.value.regions ?? []} chosen=${[region ?? '']} onToggle=${(/** @type {string} */ id) => onNarrow({ region: id === region ? null : id })} />
    <//>
    <${Part} title="Strength at least" chosen=${atLeast === null ? null : `${atLeast} of 10`}>
      <${Card}><${Scale} label="Strength at least" chosen=${atLeast} onPick=${(/** @type {number} */ number) => onNarrow({ atLeast: number === atLeast ? null : number })} /><//>
    <//>
    <${Part} title="Dates" chosen=${[filter.from && `from ${filter.from}`, filter.to && `to ${filter.to}`].filter(Boolean).join(' ')}>
      <${Card}>
        <${Field} label="From" type="date" value=${filter.from ?? ''} onInput=${(/** @type {string} */ from) => onNarrow({ from: from || null })} />
        <${Field} label="To" type="date" value=${filter.to ?? ''} onInput=${(/** @type {string} */ to) => onNarrow({ to: to || null })} />
      <//>
    <//>
    <${Switch} label="With a note" on=${filter.note === true} onChange=${(/** @type {boolean} */ note) => onNarrow({ note })} />
    <${Switch} label="Private ones only" on=${filter.secret === true} onChange=${(/** @type {boolean} */ secret) => onNarrow({ secret })} />
    <${Switch} label="Logged by others" on=${others} onChange=${onOthers} />
  </div>`;
}

/** @param {{title: string, chosen: string | null | undefined, children?: import('preact').ComponentChildren}} props */
function Part({ title, chosen, children }) {
  const open = useSignal(false);
  return html`<${Pick} title=${title} detail=${chosen || 'All'} icon=${open.value ? 'less' : 'more'} open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && children}`;
}
