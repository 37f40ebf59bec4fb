import { html } from 'htm/preact';

import { Icon } from '../../components/icon.js';
import { go } from '../../router.js';
import { toConfirm } from '../../state/counted.js';
import { bring } from '../../state/records.js';
import { session } from '../../state/session.js';
import { clockTime } from '../../ui/dates.js';
import { quietRow } from './rows.js';
import { entryTitle, labelsText } from './words.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/**
 * What one day holds: entries first, then the rest of the day in quieter rows.
 * @param {{recs: readonly Rec[]}} props
 */
export function DayRows({ recs }) {
  const entries = recs.filter(({ kind }) => kind === 'symptom');
  const others = recs.filter(({ kind }) => kind !== 'symptom');
  return html`<ul class="entries" role="list">
    ${entries.map((record) => html`<li key=${record.id}><${EntryRow} record=${record} /></li>`)}
    ${others.map((record) => html`<li key=${record.id}><${OtherRow} record=${record} /></li>`)}
  </ul>`;
}

/** @param {{record: Rec, when?: string}} props - when: its day, where the row stands outside its day */
export function EntryRow({ record, when = '' }) {
  const { body } = record;
  const number = typeof body.severity_nrs === 'number' ? body.severity_nrs : null;
  const rest = [when, labelsText('words', body.words), clockTime(body.at), loggedBy(record), toConfirm.value.includes(record) && 'not counted yet', body.private && 'private', record.conf.length > 0 && 'two versions']
    .filter(Boolean).join(' · ');
  return html`<a class="entry" href=${`/diary/${record.id}`}>
    <span class="entry-mark" style=${{ '--bar': number === null ? 'var(--line)' : `var(--pain-${number})` }} aria-hidden="true"></span>
    <span class="entry-words"><b>${entryTitle(body)}</b><span class="entry-rest">${rest}</span>
      ${record.waiting && session.value.mode === 'account' && html`<span class="entry-rest">waiting to be sent</span>`}</span>
    <${Icon} name="forward" />
  </a>`;
}

/** @param {{record: Rec, when?: string}} props */
export function OtherRow({ record, when = '' }) {
  const { text, href, state } = quietRow(record);
  const open = async (/** @type {Event} */ event) => {
    event.preventDefault();
    await bring(record.id);
    go(href, { state: { ...state, from: '/diary' } });
  };
  const rest = [when, loggedBy(record)].filter(Boolean).join(' · ');
  return html`<a class="entry entry-quiet" href=${href} onClick=${open}>
    <span class="entry-words"><span>${text}</span>${rest && html`<span class="entry-rest">${rest}</span>`}</span>
    <${Icon} name="forward" />
  </a>`;
}

/** @param {{record: Rec, when?: string}} props */
export const AnyRow = (props) => (props.record.kind === 'symptom' ? html`<${EntryRow} ...${props} />` : html`<${OtherRow} ...${props} />`);

/**
 * "by Daniel" where somebody else wrote it, nothing where the person did.
 * @param {Rec} record
 */
export function loggedBy(record) {
  const { author } = record;
  if (!author?.name || author.account === session.value.account?.id) return '';
  return `by ${author.name}`;
}
