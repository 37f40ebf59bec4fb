import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { dayOfEntry } from '../../domain/helping.js';
import { markSeen, noticed, unread } from '../../state/noticed.js';
import { recordOf, remove, restore } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { observedName } from '../diary/observed.js';
import { sentenceOf } from '../diary/rows.js';
import { stored } from '../log/save.js';
import { YesItIs } from './yes.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** What helpers wrote, by day. It waited here; nothing was sent about it. */
export function Noticed() {
  // Also what comes while the list is open.
  useEffect(markSeen, [unread.value.length]);
  const days = [...new Set(noticed.value.map(dayOfEntry))];
  return html`<${Page} title="What helpers noticed" back="/you">
    ${days.length === 0 && html`<p>Nothing here. What somebody who helps writes down waits here.</p>`}
    ${days.map((on) => html`<section key=${on} class="stack" aria-label=${on ? dayName(on, today.value) : 'Some day'}>
      <h2>${on ? dayName(on, today.value) : 'Some day'}</h2>
      ${noticed.value.filter((rec) => dayOfEntry(rec) === on).map((rec) => html`<${One} key=${rec.id} rec=${rec} />`)}
    </section>`)}
  <//>`;
}

/** @param {{rec: Rec}} props */
function One({ rec }) {
  const { body, author } = rec;
  const title = titleOf(rec);
  const visit = rec.kind === 'observation' ? recordOf(body.about)?.body.who : '';
  return html`<${Card}>
    <h3>${title}</h3>
    ${rec.kind === 'observation' && body.text && html`<p class="version-text">${body.text}</p>`}
    ${visit && html`<p>${visit}</p>`}
    <p class="soft">Added by ${author?.name || 'somebody else'}${body.at ? `, ${clockTime(body.at)}` : ''}</p>
    <${YesItIs} record=${rec} />
    <${Button} variant="line" tall icon="bin" label=${`Take it out: ${title}`} onClick=${() => takeOut(rec, title)}>Take it out<//>
  <//>`;
}

/** @param {Rec} rec */
const titleOf = (rec) => (rec.kind === 'observation' ? observedName(rec.body) || 'Something noticed' : sentenceOf(rec));

/** @param {Rec} rec @param {string} title */
async function takeOut({ id }, title) {
  if (await stored(async () => { await remove(id); return id; })) say(`Taken out: ${title}.`, () => restore(id));
}
