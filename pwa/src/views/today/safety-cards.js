import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { go } from '../../router.js';
import { one } from '../../state/knowledge.js';
import { open, waiting } from '../../state/safety.js';
import { CallNow } from '../safety/call.js';
import { give } from '../safety/message.js';
import { answerWord, textOf } from '../safety/words.js';

/** @typedef {import('../../domain/alerts.js').Open} Open */

/** What is urgent and waits for an answer, large. */
export function UrgentCards() {
  const urgent = open.value.filter(({ tier, shown }) => shown && (tier === 'E1' || tier === 'E2'));
  return html`${urgent.map((found) => html`<${Urgent} key=${found.message} found=${found} />`)}`;
}

/** What can wait: cards, a note as one line, a check that was put off as one row. */
export function CalmCards() {
  const shown = open.value.filter((found) => found.shown);
  const cards = shown.filter(({ tier }) => tier === 'E3' || tier === 'E4');
  const [note] = shown.filter(({ tier }) => tier === 'E5');
  const put = waiting.value;
  return html`
    ${cards.map((found) => html`<${Calm} key=${found.message} found=${found} />`)}
    ${note && html`<${Note} key=${note.message} found=${note} />`}
    ${put && html`<${Pick} title="A short check waits" detail="A few taps, about what you noted today." icon="forward"
      onClick=${() => go('/check', { state: { id: put, to: '/' } })} />`}`;
}

/** @param {{found: Open}} props */
function Urgent({ found }) {
  const message = one('safety', 'messages', found.message);
  const { opens } = textOf(message, found.tier);
  return html`<section class="message message-urgent" aria-label=${message.title}>
    <h2>${message.title}</h2>
    <p class="message-first">${opens}</p>
    ${found.tier === 'E1' && html`<${CallNow} />`}
    <${Button} variant="line" tall wide iconAfter="forward" href=${`/check/${found.message}`}>${found.tier === 'E1' ? 'Open, or say that you were seen' : 'Open, or say what you did'}<//>
  </section>`;
}

/** @param {{found: Open}} props */
function Calm({ found }) {
  const message = one('safety', 'messages', found.message);
  const { opens } = textOf(message, found.tier);
  return html`<${Card} title=${message.title}>
    <p>${opens}</p>
    <div class="pair">
      <${Button} variant="quiet" tall label=${`${answerWord(found.tier, 'done')}: ${message.title}`} onClick=${() => give(found, 'done', '/')}>${answerWord(found.tier, 'done')}<//>
      <${Button} variant="line" tall label=${`Read it: ${message.title}`} href=${`/check/${found.message}`}>Read it<//>
    </div>
  <//>`;
}

/** @param {{found: Open}} props */
function Note({ found }) {
  const message = one('safety', 'messages', found.message);
  const { opens } = textOf(message, found.tier);
  return html`<${Card} tone="soft">
    <p><b>${message.title}.</b> ${opens}</p>
    <div class="pair">
      <${Button} variant="line" label=${`Read it: ${message.title}`} href=${`/check/${found.message}`}>Read it<//>
      <${Button} variant="quiet" label=${`Put away: ${message.title}`} onClick=${() => give(found, 'done', '/')}>Put away<//>
    </div>
  <//>`;
}
