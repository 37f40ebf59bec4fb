import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Scale } from '../../components/scale.js';
import { Switch } from '../../components/switch.js';
import { asksWhen } from '../../domain/conflict.js';
import { go, route } from '../../router.js';
import { change, remove, restore, today } from '../../state/diary.js';
import { bring, recordOf } from '../../state/records.js';
import { session } from '../../state/session.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { AskAtVisit } from '../appointment/ask.js';
import { YesItIs } from '../asking/yes.js';
import { Written } from '../log/detail.js';
import { stored } from '../log/save.js';
import { ChangedBefore } from './changed-before.js';
import { loggedBy } from './day.js';
import { quietRow, sentenceOf } from './rows.js';
import { SessionEntry } from './session-entry.js';
import { capital, entrySentences, entryTitle, labelsText, placesText } from './words.js';

/** @typedef {import('../../state/diary.js').Rec} Rec */

/** One entry: what it says, and everything that can be changed about it. */
export function Entry() {
  const { looked, record } = useRecord(route.value.parts[1]);
  if (!record && !looked) return html`<${Page} title="Diary" back="/diary" />`;
  if (record?.kind === 'session' && !record.deleted) return html`<${SessionEntry} record=${record} />`;
  if (record?.kind !== 'symptom' || record.deleted) return html`<${NotHere} record=${record} />`;
  const { body, id } = record;
  const when = [dayName(body.on, today.value), clockTime(body.at)].filter(Boolean).join(', ');
  const set = async (/** @type {Record<string, unknown>} */ values) => {
    if (await stored(async () => { await change(id, values); return id; })) announce('Saved on this phone.');
  };
  return html`<${Page} title=${entryTitle(body)} back="/diary" note=${when}>
    <${Said} record=${record} />
    <${Changes} key=${id} record=${record} set=${set} />
    <${Switch} label="Keep this entry private" detail="Nobody you share with sees it, or that it is there."
      on=${body.private === true} onChange=${(/** @type {boolean} */ on) => set({ private: on })} />
    <${AskAtVisit} text=${`${entryTitle(body)}, ${plainDay(body.on)}`} secret=${body.private === true} />
    <${ChangedBefore} record=${record} />
    <${Button} variant="line" tall icon="bin" onClick=${() => takeOut(record)}>Delete this entry<//>
  <//>`;
}

/** The record of this page, read from storage when it is an older one. @param {string} id */
function useRecord(id) {
  const looked = useSignal('');
  useEffect(() => { bring(id).catch(() => {}).finally(() => { looked.value = id; }); }, [id]);
  return { looked: looked.value === id, record: recordOf(id) };
}

/** A date that stays true when it is read later. @param {string} on */
const plainDay = (on) => dayName(on, '0000-01-01');

/** What cannot be shown on this page, and what can be done about it. @param {{record: Rec | null}} props */
function NotHere({ record }) {
  const own = record && !record.deleted ? quietRow(record) : null;
  // Other kinds have pages of their own.
  useEffect(() => { if (own && own.href !== route.value.path) go(own.href, { state: own.state, replace: true }); }, [own?.href]);
  if (record?.deleted) {
    const text = sentenceOf(record);
    const back = async () => { if (await stored(async () => { await restore(record.id); return record.id; })) announce(`Brought back: ${text}.`); };
    return html`<${Page} title="This entry was deleted" back="/diary">
      <${Card}><p>${text}.</p><${Button} variant="quiet" tall icon="undo" onClick=${back}>Bring it back<//><//>
    <//>`;
  }
  if (record && own) return html`<${Page} title=${own.text} back="/diary" />`;
  return html`<${Page} title="This entry is not here" back="/diary">
    <${Card}><p>It was taken out, or it is on another phone.</p><${Button} variant="quiet" tall href="/diary">Go to the diary<//><//>
  <//>`;
}

/** @param {Rec} record */
async function takeOut({ id, body }) {
  if (!(await stored(async () => { await remove(id); return id; }))) return;
  say(`Deleted: ${entryTitle(body)}.`, () => restore(id));
  go('/diary', { replace: true });
}

/** @param {{record: Rec}} props */
function Said({ record }) {
  const sentences = entrySentences(record.body);
  const by = loggedBy(record);
  const waiting = record.waiting && session.value.mode === 'account';
  return html`
    ${record.conf.length > 0 && html`<${Pick} title="Two versions of this entry" detail="Which is right?" href=${`/diary/two/${record.id}`} />`}
    ${asksWhen(record) && html`<${Pick} title="When was this?" detail="The phone’s clock was not set then." href=${`/diary/when/${record.id}`} />`}
    <${Card}>
      ${sentences.length === 0 && html`<p>Nothing more was said. That is enough.</p>`}
      ${sentences.map((text) => html`<p key=${text}>${text}</p>`)}
      ${by && html`<p class="soft">Added ${by}.</p><${YesItIs} record=${record} />`}
      ${record.body.same_as && html`<p class="soft">Logged as “Same as usual”.</p>`}
      ${waiting && html`<p class="soft">On this phone, waiting to be sent.</p>`}
    <//>`;
}

/** @param {{record: Rec, set: (values: Record<string, unknown>) => unknown}} props */
function Changes({ record, set }) {
  const scale = useSignal(false);
  const { body, id } = record;
  const from = `/diary/${id}`;
  const number = body.severity_nrs ?? null;
  return html`<section class="stack" aria-labelledby="change-title">
    <h2 id="change-title">Change something</h2>
    <${Pick} title="Number" detail=${number === null ? 'Not given' : `${number} of 10`} open=${scale.value}
      icon="edit" onClick=${() => { scale.value = !scale.value; }} />
    ${scale.value && html`<${Card}><${Scale} label="How strong?" chosen=${number}
      onPick=${(/** @type {number} */ severity_nrs) => set({ severity_nrs })} /><//>`}
    <${Pick} title="Places" detail=${capital(placesText(body)) || 'Not given'} icon="forward"
      onClick=${() => go('/log/where', { state: { id, from } })} />
    <${Pick} title="Words and detail" detail=${capital(labelsText('words', body.words)) || 'Not given'} icon="forward"
      onClick=${() => go('/log/detail', { state: { id, from } })} />
    <${Written} id=${id} field="note" label="Note" hint="Shared only if you chose to share notes." value=${body.note} limit=${2000} />
  </section>`;
}
