import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Question } from '../../components/question.js';
import { ASKS, steps } from '../../domain/profile.js';
import { go, route } from '../../router.js';
import { asking, makePlan } from '../../state/plan-making.js';
import { profile } from '../../state/profile.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { FORMS, LastSteroids } from '../profile/answers.js';
import { unasked } from './begin.js';
import { NotForTheApp } from './not-for-the-app.js';
import { STILL_TO_CHECK } from './words.js';

const HERE = '/move/questions';
/** What a plan asks, of all that can be said. */
const ASKED = new Set(['mobility', 'helper_available', 'conditions', 'steroids', 'steroids_last', 'alemtuzumab', 'heat_sensitive', 'clearance', 'goals',
  'equipment', 'time']);
const LAST = 'ready';

/** Before the first plan: one question a screen, none of them needed, and at the end the way to the plan. */
export function Questions() {
  const all = [...steps(profile.value).filter((step) => ASKED.has(step)), LAST];
  const { step = all[0], single = false, far = 1 } = /** @type {{step?: string, single?: boolean, far?: number}} */ (route.value.state);
  if (step === LAST) return html`<${Ready} far=${Number(far)} />`;
  const place = Math.max(1, all.indexOf(step) + 1);
  const ask = ASKS.find(({ id }) => id === step);
  const leave = () => leaveOver(Number(far), single ? '/move/why' : '/move');
  return html`<${Question} key=${step} title=${ask?.title ?? 'About the last steroid course'} back=${single ? '/move/why' : '/move'} place=${place} of=${all.length}
    onDone=${leave} onNext=${single ? undefined : () => go(HERE, { state: { step: all[place], far: Number(far) + 1 } })}>
    ${ask?.line && html`<p>${ask.line}</p>`}
    ${ask && html`<${FORMS[ask.form]} ask=${ask} />`}
    ${step === 'steroids_last' && html`<${LastSteroids} />`}
    ${step === 'clearance' && html`<${Unclear} />`}
  <//>`;
}

/** Without a yes: what the plan then is, and whom to ask. */
function Unclear() {
  const { clearance } = profile.value;
  if (clearance !== 'no' && clearance !== 'not_asked') return null;
  return html`<${Notice}><p>The plan then keeps to gentle movements, lying and seated. You can ask your doctor or therapist, and change this answer
    any time.</p><//>`;
}

/** @param {{far: number}} props */
function Ready({ far }) {
  const mine = session.value.mode === 'account';
  const make = async () => {
    makePlan({ start_on: today.peek() }).catch(() => {});
    leaveOver(far, '/move');
  };
  return html`<${Page} title=${mine ? 'Ready for your plan' : 'Your week is ready'} back="/move"
    foot=${mine ? html`<${Button} tall busy=${asking.value} onClick=${make}>Make my plan<//>`
      : html`<${Button} tall onClick=${() => leaveOver(far, '/move')}>Use the starter week<//>`}>
    ${unasked() && html`<${Notice}><p>How you get about, or whether exercise is fine, is not said yet. Until then it stays gentle, lying or seated.</p><//>`}
    <p>${mine ? 'It is made for two weeks, from your answers and your diary. What you log each day still changes the day.'
      : 'It is chosen by your answers. What you log each day still changes the day. With an account, a plan is made from your diary too.'}</p>
    <${NotForTheApp} />
    <p class="soft">${STILL_TO_CHECK}</p>
  <//>`;
}

/** Back over the questions to where they began, which stands in the history once. @param {number} far @param {string} to */
function leaveOver(far, to) {
  if (Number(route.value.state.depth ?? 0) >= far) history.go(-far);
  else go(to, { replace: true });
}
