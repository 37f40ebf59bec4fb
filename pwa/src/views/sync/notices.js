/** What is worth knowing about sending besides what waits. Each is gone when it is no longer so, or was read. */
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { dismissEvicted, dismissHeld, syncFacts } from '../../state/sync.js';
import { today } from '../../state/today.js';
import { momentWords } from './who.js';

/** How far off a clock is: "12 minutes", "3 hours", "2 days". @param {number} ms */
export function howFar(ms) {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const said = (/** @type {number} */ count, /** @type {string} */ word) => (count === 1 ? `1 ${word}` : `${count} ${word}s`);
  if (minutes < 90) return said(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? said(hours, 'hour') : said(Math.round(hours / 24), 'day');
}

/** @param {number} count @param {string} name - whose diary they were written for */
export const heldWords = (count, name) => (count === 1 ? `1 note waits for ${name}’s approval.` : `${count} notes wait for ${name}’s approval.`);

/** @param {{last_received_at: string | null}} evicted @param {string} on - today */
export function emptiedWords({ last_received_at: last }, on) {
  const emptied = 'This phone’s copy was emptied by the browser.';
  if (!last) return `${emptied} The server has not received anything from it. What was written on it is not there.`;
  return `${emptied} The server last received something from it ${momentWords(last, on)}. Anything written after that is not there.`;
}

/** The browser emptied this phone's storage. */
export function EmptiedNotice() {
  const { evicted } = syncFacts.value;
  if (!evicted) return null;
  return html`<${Card} title="What this phone lost">
    <p>${emptiedWords(evicted, today.value)}</p>
    <p>What the server has comes back by itself. On a phone, Limber on the home screen is kept more safely than in a tab.</p>
    <${Button} variant="quiet" tall onClick=${dismissEvicted}>I have read this<//>
  <//>`;
}

/** The smaller things, a sentence each. */
export function Notices() {
  const { parked, skewMs, held } = syncFacts.value;
  return html`
    ${skewMs !== null && html`<${Card} title="The clock">
      <p>This phone’s clock seems to be ${howFar(skewMs)} ${skewMs > 0 ? 'slow' : 'fast'}. Check it in the phone’s settings.
        Your entries keep the time they have.</p><//>`}
    ${parked > 0 && html`<${Card} title="From a newer Limber">
      <p>${parked === 1 ? '1 entry needs a newer app. It is kept, and shows' : `${parked} entries need a newer app. They are kept, and show`}
        ${' '}once Limber is updated here.</p><//>`}
    ${held.length > 0 && html`<${Card} title="Waiting for approval">
      ${held.map(({ space, name, count }) => html`<p key=${space}>${heldWords(count, name || 'the other person')}</p>`)}
      <p>The person it is for looks at it first, and decides about it.</p>
      <${Button} variant="quiet" tall onClick=${dismissHeld}>I have read this<//><//>`}`;
}
