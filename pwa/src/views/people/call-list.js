import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { emergencyFor } from '../../domain/country.js';
import { one, pack } from '../../state/knowledge.js';
import { countries, countryHereNow } from '../../state/numbers.js';
import { session } from '../../state/session.js';
import { CallButton } from '../contact/call.js';
import { Why } from '../learn/why.js';
import { callWords, signsFor } from './call-words.js';
import { Fold } from './fold.js';

/** @typedef {import('./entry-words.js').Reading} Reading */
/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/**
 * Whom to call, what to tell them, and the signs to call for. Where nothing of it is shared the signs and the number of this
 * country are still there.
 * @param {{person: {name: string}, seen: readonly Rec[], reading: Reading, preview?: boolean}} props
 */
export function CallList({ person, seen, reading, preview = false }) {
  const reader = preview ? '' : session.value.account?.display_name;
  const { card, numbers, allergies, cards, medicines } = callWords(seen, reading, reader);
  const { number, sure } = emergencyFor(card, countries.value, countryHereNow.value);
  const say = card ? `${person.name}’s emergency number` : 'The number where this phone is';
  return html`<${Card} title="Now">
      ${preview ? html`<p><b>Call ${number}</b></p>` : html`<div class="call-now"><${CallButton} alert number=${number} words=${`Call ${number}`} detail=${say} /></div>`}
      ${!sure && html`<p>If ${person.name} is in another country, use the number there (such as 112, 911, 999).</p>`}
      ${numbers.map(({ id, title, number: its, detail, own }) => (preview || own
        ? html`<p key=${id}><b>${title}</b>, ${detail}${own ? '. This seems to be you.' : ''}</p>`
        : html`<${CallButton} key=${id} number=${its} words=${`Call ${title}`} detail=${detail} />`))}
    <//>
    ${allergies.length + cards.length + medicines.length > 0 && html`<${Card} title="Tell them">
      <${Told} title="Allergies" lines=${allergies} /><${Told} title="Medicines" lines=${medicines} /><${Told} title="Cards carried" lines=${cards} />
    <//>`}
    <${Signs} seen=${seen} today=${reading.today} number=${number} />
    <p class="soft">The signs are the same for everyone${medicines.length > 0 ? ', but for those of a medicine that is shared' : ''}. ${pack('safety')?.note.join(' ') ?? ''}</p>`;
}

/** @param {{title: string, lines: string[]}} props */
function Told({ title, lines }) {
  if (lines.length === 0) return null;
  return html`<div><h3>${title}</h3><ul class="plain-list">${lines.map((line) => html`<li key=${line}>${line}</li>`)}</ul></div>`;
}

/** @param {{seen: readonly Rec[], today: string, number: string}} props */
function Signs({ seen, today, number }) {
  const { E1, E2 } = signsFor(pack('helping')?.signs ?? [], seen, today);
  if (E1.length === 0) return null;
  return html`<section class="stack" aria-labelledby="call-at-once">
      <h2 id="call-at-once">Call ${number} at once for</h2>
      ${E1.map((sign) => html`<${Sign} key=${sign.id} sign=${sign} number=${number} />`)}
    </section>
    <${Fold} title="Get medical advice today for" detail="Doctor, urgent care line or MS team" icon="call">
      ${E2.map((sign) => html`<${Sign} key=${sign.id} sign=${sign} number=${number} />`)}
    <//>`;
}

/** A sign; opened, it says what the app says to the person. @param {{sign: import('./call-words.js').Sign, number: string}} props */
function Sign({ sign, number }) {
  const messages = sign.messages.map((id) => one('safety', 'messages', id)).filter(Boolean);
  return html`<${Fold} title=${sign.say} icon="info">${messages.map((message) => html`<${Card} key=${message.id}>
    <p><b>${message.title}</b></p>
    ${message.text.map((/** @type {string} */ line) => html`<p key=${line}>${line.replaceAll('{emergency}', number)}</p>`)}
    <${Why} facts=${message.facts} sources=${message.sources} />
  <//>`)}<//>`;
}
