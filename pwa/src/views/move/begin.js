import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { asking, forgetWanted, makePlan, planRefused, planWanted } from '../../state/plan-making.js';
import { plan } from '../../state/plans.js';
import { profile } from '../../state/profile.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { reasonFor as accountReason } from '../account/reasons.js';
import { reasonFor } from './words.js';

/** Whether what a plan needs to know was never said. */
export const unasked = () => !profile.value.mobility || !profile.value.clearance;

/** What stands between somebody and a plan of their own: a few questions, the making of it, or the reason why there is none. */
export function Begin() {
  if (planRefused.value) return html`<${Refused} />`;
  if (planWanted.value) return html`<${OnItsWay} />`;
  if (plan.value) return null;
  if (unasked()) {
    return html`<${Card} title="A few questions first">
      <p>How you get about, and whether exercise is fine for you. Then the week can suit you. Until then it is gentle, lying or seated.</p>
      <${Button} tall href="/move/questions">Answer them<//>
    <//>`;
  }
  const { mode } = session.value;
  if (mode === 'account') return html`<${Card} title="A plan of your own"><p>From your answers and your diary, for two weeks.</p><${MakeButton} /><//>`;
  return html`<p class="soft">A starter week, by your answers. ${mode === 'signed_out' ? 'Sign in again, and it can be made from your diary.'
    : 'With an account, it is made from your diary too.'}</p>`;
}

/** @param {{words?: string, line?: boolean}} props */
export function MakeButton({ words = 'Make my plan', line = false }) {
  return html`<${Button} tall variant=${line ? 'line' : 'main'} busy=${asking.value} onClick=${() => makePlan({ start_on: today.peek() })}>${words}<//>`;
}

function OnItsWay() {
  const rest = session.value.mode === 'account' ? 'It comes when there is a connection.' : 'It comes once you have signed in again.';
  return html`<${Notice} tone="good"><p role="status">${asking.value ? 'Your plan is being made.'
    : `Your plan is asked for. ${rest} Until then this week holds.`}</p><//>`;
}

function Refused() {
  const { code, because } = /** @type {{code: string, because: string[]}} */ (planRefused.value);
  const why = because.flatMap((id) => reasonFor(id)?.text ?? []);
  return html`<${Card} title="No plan for now">
    ${code === 'plan_paused' ? html`<p>Something else comes first. ${why.join(' ')}</p>` : html`<p>${accountReason({ code })}</p>`}
    <div class="pair">
      <${MakeButton} words="Try again" line />
      <${Button} variant="line" tall onClick=${forgetWanted}>Not now<//>
    </div>
  <//>`;
}
