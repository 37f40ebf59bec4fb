import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Icon } from '../../components/icon.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { SYNC_ICON } from '../../components/sync-line.js';
import { LISTED, outgoing, readOutgoing } from '../../state/outbox.js';
import { session } from '../../state/session.js';
import { syncNow, syncState } from '../../state/sync.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { sentenceOf } from '../diary/rows.js';
import { NotTaken } from './not-taken.js';
import { EmptiedNotice, Notices } from './notices.js';
import { TwoVersionsLine } from './two-line.js';

/** @typedef {import('../../state/outbox.js').Unsent} Unsent */

/** Where the entries are: what waits to be sent, what was not taken and why, and what else is worth knowing. */
export function Waiting() {
  useEffect(() => { readOutgoing(); }, []);
  const { list = [], more = false } = outgoing.value ?? {};
  const local = session.value.mode === 'local';
  const stuck = list.filter(({ code }) => code !== null);
  const waiting = local ? [] : list.filter(({ code }) => code === null);
  return html`<${Page} title=${local ? 'On this phone' : 'Waiting to be sent'} back="/">
    <${State} nothing=${outgoing.value !== null && list.length === 0} only=${stuck.length > 0 && waiting.length === 0} local=${local} />
    <${EmptiedNotice} />
    <${TwoVersionsLine} />
    ${stuck.length > 0 && html`<section class="stack stack-wide" aria-labelledby="stuck-title">
      <h2 id="stuck-title">Needs your attention</h2>
      ${stuck.map((one) => html`<${NotTaken} key=${`${one.space} ${one.rec.id}`} one=${one} />`)}
    </section>`}
    ${waiting.length > 0 && html`<${Card} title=${waitText(waiting.length, more)}>
      <ul class="entries" role="list">${waiting.map((one) => html`<li key=${`${one.space} ${one.rec.id}`}><${Row} one=${one} /></li>`)}</ul>
      ${more && html`<p class="soft">More than ${LISTED} wait. All are safe here.</p>`}
    <//>`}
    <${Notices} />
  <//>`;
}

/** @param {{nothing: boolean, only: boolean, local: boolean}} props - only: what is left cannot go by itself */
function State({ nothing, only, local }) {
  const state = syncState.value;
  const { mode } = session.value;
  return html`<${Card}>
    <div class="sync-state"><${Icon} name=${SYNC_ICON[state.name]} /><p><b>${state.text}</b></p></div>
    ${local && html`<p>Your diary lives on this phone. Nothing is sent.</p>
      <${Pick} title="Keep this diary safe" detail="Make an account. All of it moves." href="/account" />`}
    ${!local && nothing && html`<p>Nothing is waiting.</p>`}
    ${!local && !nothing && !only && state.name !== 'sending' && html`<p>What waits is stored on this phone, and sent by itself as soon as that works.</p>`}
    ${mode === 'signed_out' && html`<${Button} tall href="/sign-in">Sign in<//>`}
    ${mode === 'account' && !only && (state.name === 'waiting' || state.name === 'could_not')
      && html`<${Button} variant="quiet" tall icon="sending" onClick=${syncNow}>Send now<//>`}
  <//>`;
}

/** @param {number} count @param {boolean} more */
const waitText = (count, more) => (count === 1 ? '1 entry waits' : `${more ? 'The first ' : ''}${count} entries wait`);

/** @param {{one: Unsent}} props */
function Row({ one }) {
  const { rec, whose } = one;
  const rest = [
    typeof rec.body.on === 'string' ? dayName(rec.body.on, today.value) : '', rec.deleted && 'deleted',
    whose && `in the diary of ${whose}`,
  ].filter(Boolean).join(' · ');
  return html`<p class="entry entry-words"><b>${rec.erased ? 'Erased for good' : sentenceOf(rec)}</b>${rest && html`<span class="entry-rest">${rest}</span>`}</p>`;
}
