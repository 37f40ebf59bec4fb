import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { go, route } from '../../router.js';
import { one, pack } from '../../state/knowledge.js';
import { answerMessage, open } from '../../state/safety.js';
import { say } from '../../state/toast.js';
import { Why } from '../learn/why.js';
import { stored } from '../log/save.js';
import { CallNow, CrisisCall, SavedNumbers } from './call.js';
import { answerWord, textOf } from './words.js';

/** @typedef {import('../../domain/alerts.js').Open} Open */

/** The message that puts a person to talk to before the number. */
const DESPAIR = 'SAFE-24b';

/** One message: what it says, whom to call, and what the person answers. */
export function Message() {
  const { parts, state } = route.value;
  const id = parts[1];
  const to = /** @type {string} */ (state.to ?? '/');
  const message = one('safety', 'messages', id);
  const waits = open.value.find((found) => found.message === id) ?? null;
  if (!message) return html`<${Page} title="One moment" back=${to} />`;

  const tier = waits?.tier ?? message.rules[0].tier;
  const { opens, lines } = textOf(message, tier);
  const isUrgent = tier === 'E1' || tier === 'E2';
  return html`<${Page} title=${message.title} back=${to} note=${one('safety', 'tiers', tier).name}>
    <div class=${isUrgent ? 'message message-urgent' : 'message'}>
      <p class="message-first">${opens}</p>
      ${id === DESPAIR && html`<${CrisisCall} />`}
      ${tier === 'E1' && html`<${CallNow} />`}
      ${lines.map((line) => html`<p key=${line}>${line}</p>`)}
      ${tier === 'E1' && id !== DESPAIR && html`<p>Let someone else drive.</p>`}
    </div>
    ${tier !== 'E5' && id !== DESPAIR && html`<${Card} title="Your numbers"><${SavedNumbers} /><//>`}
    ${waits && html`<${Answers} waits=${waits} to=${to} />`}
    <${Others} id=${id} />
    <${Card} title="Sessions"><p>${message.plan.say}</p><//>
    <${Why} facts=${message.facts} sources=${message.sources} />
    <p class="soft">${pack('safety').note.join(' ')}</p>
  <//>`;
}

/** What the person can say to a message; each of them can be taken back. @param {{waits: Open, to: string}} props */
function Answers({ waits, to }) {
  const { answers } = one('safety', 'tiers', waits.tier).behaviour;
  return html`<${Card} title=${waits.tier === 'E1' ? 'When you have been helped' : 'What have you done?'}>
    <div class="stack">
      ${answers.map((/** @type {string} */ answer) => html`<${Button} key=${answer} variant=${answer === 'not_now' ? 'line' : 'quiet'} tall wide
        onClick=${() => give(waits, answer, to)}>${answerWord(waits.tier, answer)}<//>`)}
    </div>
    ${waits.tier === 'E1' && html`<p class="soft">You can leave this screen. It waits on Today until you answer.</p>`}
  <//>`;
}

/**
 * @param {Open} waits
 * @param {string} answer
 * @param {string} to
 */
export async function give(waits, answer, to) {
  /** @type {(() => Promise<void>) | undefined} */
  let undo;
  if (!(await stored(async () => { undo = await answerMessage(waits, answer); return waits.id; }))) return;
  say(`Noted: ${answerWord(waits.tier, answer).toLowerCase()}.`, undo);
  if (location.pathname !== to) go(to, { replace: true });
}

/** The others that wait, listed under this one. @param {{id: string}} props */
function Others({ id }) {
  const others = open.value.filter(({ message, shown, tier }) => message !== id && shown && tier !== 'E5');
  if (others.length === 0) return null;
  return html`<h2>Also for you</h2><div class="stack">
    ${others.map(({ message, tier }) => html`<${Pick} key=${message} title=${one('safety', 'messages', message).title} detail=${one('safety', 'tiers', tier).name} href=${`/check/${message}`} />`)}
  </div>`;
}
