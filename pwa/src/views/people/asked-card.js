import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { askOf, comingTo, openRequests } from '../../domain/asking.js';
import { COMING, wroteIt } from '../../domain/helping.js';
import { addFor, me, momentThere, personOf, removeFor, restoreFor } from '../../state/helping.js';
import { moment, often } from '../../state/often.js';
import { say } from '../../state/toast.js';
import { stored } from '../log/save.js';
import { coarseTime, listWords } from './when.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */
/** @typedef {{person: {space: string, name: string, read: string[]}, records: readonly Rec[]}} Props */

/** @param {Props} props @returns {Rec[]} */
const open = ({ person, records }) => (person.read.includes('requests') ? openRequests(records, Math.max(moment.value, Date.now())) : []);

/**
 * What somebody asks for now, the newest first, and the one answer there is. Nothing tells them that it was read.
 * @param {Props} props
 */
export function AskedCard({ person, records }) {
  const helping = personOf(person.space) !== null;
  useEffect(() => (helping ? often() : undefined), [helping]);
  return open({ person, records }).map((rec) => html`<${Asked} key=${rec.id} person=${person} records=${records} request=${rec} helping=${helping} />`);
}

/** @param {Props & {request: Rec, helping: boolean}} props - helping: false where the person looks at it themselves */
function Asked({ person, records, request, helping }) {
  const { label, come } = askOf(request.body.ask);
  const coming = comingTo(records, request.id);
  const mine = helping ? coming.find((rec) => wroteIt(rec, me.value)) : undefined;
  const others = [...new Set(coming.filter((rec) => rec !== mine).map(({ author }) => author?.name || 'Somebody'))];
  const when = coarseTime(request.body.at);
  return html`<section class="card asked" aria-label=${`${person.name} asks: ${label}`}>
    <h2>${person.name} asks: ${label}</h2>
    ${when && html`<p class="soft">Asked ${when}. Not for emergencies.</p>`}
    ${!come && html`<p>There is nothing to do. Leaving it so is the help.</p>`}
    ${others.length > 0 && html`<p>${listWords(others)} ${others.length === 1 ? 'is' : 'are'} on the way.</p>`}
    ${mine && html`<p><b>You are on the way.</b> ${person.name} sees that${mine.waiting ? ' once it is sent' : ''}.</p>
      <${Button} variant="line" tall onClick=${() => notAfterAll(person, mine)}>I cannot come after all<//>`}
    ${helping && come && !mine && html`<${Button} tall icon="heart" onClick=${() => onMyWay(person, request)}>On my way<//>`}
  </section>`;
}

/** @param {Props['person']} person @param {Rec} request */
async function onMyWay({ space, name }, request) {
  const { at, on } = momentThere(space);
  const id = await stored(() => addFor(space, 'observation', { type: COMING, about: request.id, at, on }));
  if (id) say(`${name} will see that you are on the way.`, () => removeFor(space, id));
}

/** @param {Props['person']} person @param {Rec} answer */
async function notAfterAll({ space }, { id }) {
  if (await stored(async () => { await removeFor(space, id); return id; })) say('Taken back.', () => restoreFor(space, id));
}

/** The same in a line, where several people stand below each other. @param {Props} props */
export function AskedLine({ person, records }) {
  const asked = open({ person, records });
  if (asked.length === 0) return null;
  return html`<p><b>${person.name} asks: ${listWords(asked.map(({ body }) => askOf(body.ask).label))}</b></p>`;
}
