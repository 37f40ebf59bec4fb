import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { FELT } from '../../domain/moved.js';
import { go } from '../../router.js';
import { session } from '../../state/session.js';
import { remove, restore } from '../../state/records.js';
import { setAfter } from '../../state/sessions.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { AskAtVisit } from '../appointment/ask.js';
import { Written } from '../log/detail.js';
import { stored } from '../log/save.js';
import { ChangedBefore } from './changed-before.js';
import { loggedBy } from './day.js';
import { capital } from './words.js';
import { movementName, rowText, sessionSentences, sessionTitle } from './session-words.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** One session: what was done, how it felt, and a note. @param {{record: Rec}} props */
export function SessionEntry({ record }) {
  const { body, id } = record;
  const when = [dayName(body.on, today.value), clockTime(body.at)].filter(Boolean).join(', ');
  const set = async (/** @type {Parameters<typeof setAfter>[1]} */ values) => {
    if (await stored(async () => { await setAfter(id, values); return id; })) announce('Saved on this phone.');
  };
  return html`<${Page} title=${sessionTitle(body)} back="/diary" note=${when}>
    <${Said} record=${record} />
    <${Felt} title="How did it feel?" felt=${body.felt} onSay=${(/** @type {string | null} */ felt) => set({ felt })} />
    ${body.felt_later && html`<${Felt} title="And some hours later?" felt=${body.felt_later}
      onSay=${(/** @type {string | null} */ felt_later) => set({ felt_later })} />`}
    <${Written} key=${id} id=${id} field="note" label="Note" hint="Shared only if you chose to share notes." value=${body.note} limit=${2000} />
    <${Switch} label="Keep this private" detail="Nobody you share with sees it, or that it is there."
      on=${body.private === true} onChange=${(/** @type {boolean} */ on) => set({ private: on })} />
    <${AskAtVisit} text=${`${sessionTitle(body)}, ${dayName(body.on, '0000-01-01')}`} secret=${body.private === true} />
    <${Pick} title="Your movement" detail="This week and the weeks before" href="/move/progress" />
    <${ChangedBefore} record=${record} />
    <${Button} variant="line" tall icon="bin" onClick=${() => takeOut(record)}>Delete this session<//>
  <//>`;
}

/** @param {{record: Rec}} props */
function Said({ record }) {
  const { body, conf, id, waiting } = record;
  const by = loggedBy(record);
  const rows = /** @type {import('../../domain/moved.js').Row[]} */ (body.done ?? []);
  return html`
    ${conf.length > 0 && html`<${Pick} title="Two versions of this session" detail="Which is right?" href=${`/diary/two/${id}`} />`}
    <${Card}>
      ${sessionSentences(body).map((text) => html`<p key=${text}>${text}</p>`)}
      ${by && html`<p class="soft">Added ${by}.</p>`}
      ${waiting && session.value.mode === 'account' && html`<p class="soft">On this phone, waiting to be sent.</p>`}
    <//>
    ${rows.length > 0 && html`<${Card} title="Movements">
      <div class="stack">${rows.map((row, at) => html`<${Pick} key=${`${at} ${row.movement}`} title=${capital(movementName(row.movement))} detail=${capital(rowText(row))}
        href=${`/move/${row.movement}`} />`)}</div>
    <//>`}`;
}

/** The same again takes it back. @param {{title: string, felt: string | null | undefined, onSay: (felt: string | null) => unknown}} props */
function Felt({ title, felt, onSay }) {
  return html`<${Card} title=${title}>
    <${Chips} label=${title} items=${FELT} chosen=${[felt ?? '']} onToggle=${(/** @type {string} */ one) => onSay(one === felt ? null : one)} thirds />
  <//>`;
}

/** @param {Rec} record */
async function takeOut({ id, body }) {
  if (!(await stored(async () => { await remove(id); return id; }))) return;
  say(`Deleted: ${sessionTitle(body)}.`, () => restore(id));
  go('/diary', { replace: true });
}
