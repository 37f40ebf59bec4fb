import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Question } from '../../components/question.js';
import { ASKS, SECTIONS, aidOf, steps } from '../../domain/profile.js';
import { back, go, route } from '../../router.js';
import { profile } from '../../state/profile.js';
import { today } from '../../state/today.js';
import { AboutAid } from './aid.js';
import { FORMS, LastSteroids } from './answers.js';
import { aidName, said } from './words.js';

const HERE = '/you/about';

/** About the person: everything that was said in a list, and one question a screen. */
export function Profile() {
  const { step, far = 1 } = /** @type {{step?: string, far?: number}} */ (route.value.state);
  if (!step || !steps(profile.value).includes(step)) return html`<${Overview} />`;
  const all = steps(profile.value);
  const place = all.indexOf(step) + 1;
  const next = all[place];
  const ask = ASKS.find(({ id }) => id === step);
  const aid = aidOf(step);
  return html`<${Question} key=${step} title=${ask?.title ?? (aid ? `About your aid: ${aidName(step)}` : 'About the last steroid course')} back=${HERE}
    place=${place} of=${all.length} onDone=${() => leave(Number(far))}
    onNext=${next ? () => go(HERE, { state: { step: next, far: Number(far) + 1 } }) : undefined}>
    ${ask?.line && html`<p>${ask.line}</p>`}
    ${ask && html`<${FORMS[ask.form]} ask=${ask} />`}
    ${aid && html`<${AboutAid} aid=${aid} />`}
    ${step === 'steroids_last' && html`<${LastSteroids} />`}
  <//>`;
}

/** Back over the questions to the list, which stands in the history once. @param {number} far */
function leave(far) {
  if (Number(route.value.state.depth ?? 0) >= far) history.go(-far);
  else go(HERE, { replace: true });
}

function Overview() {
  const open = (/** @type {string} */ step) => go(HERE, { state: { step } });
  const body = profile.value;
  return html`<${Page} title="About me" back="/you"
    foot=${html`<${Button} tall onClick=${() => back('/you')}>Done<//>`}>
    <p>Plans and checks use this. Nothing here is needed to log. Answer what you like, in any order.</p>
    ${SECTIONS.map(({ title, asks }) => html`<section class="stack" key=${title} aria-label=${title}>
      <h2>${title}</h2>
      ${asks.map((ask) => html`<${Pick} key=${ask.id} title=${ask.row} detail=${said(ask, body, today.value) || 'Not said'} icon="forward"
        onClick=${() => open(ask.id)} />`)}
    </section>`)}
    <p class="soft">Nobody else sees this unless you share “About me” with them.</p>
  <//>`;
}
