import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { becauseOf } from '../../domain/plan-because.js';
import { ASKS } from '../../domain/profile.js';
import { go } from '../../router.js';
import { pack } from '../../state/knowledge.js';
import { inputs, plan, template } from '../../state/plans.js';
import { profile } from '../../state/profile.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { Waiting } from '../learn/opening.js';
import { Grounds, Why } from '../learn/why.js';
import { lower, said } from '../profile/words.js';
import { Begin, MakeButton, unasked } from './begin.js';
import { groundsOf } from './item-why.js';
import { NotForTheApp } from './not-for-the-app.js';
import { becauseWords, kindWords, STILL_TO_CHECK } from './words.js';

/** How the week was chosen: what the diary shows, what the person wants, the rules; and the way to change each. */
export function Chosen() {
  const plans = pack('plans');
  return html`<${Page} title="How this week was chosen" back="/move">
    ${!plans && html`<${Waiting} />`}
    ${plans && html`<${ThisWeek} /><${Begin} /><${FromTheDiary} /><${Wanted} /><${NotForTheApp} />`}
    <p class="soft">${STILL_TO_CHECK}</p>
  <//>`;
}

/** Rules of every plan; the rest of what a plan rests on is the person's own. */
const RULE = /^PLAN-\d+$/;

function ThisWeek() {
  const its = plan.value;
  const ids = /** @type {string[]} */ (its ? [...new Set([template.value ?? '', ...(its.body.reason ?? [])])] : [template.value ?? '']);
  const own = groundsOf(ids.filter((id) => !RULE.test(id)));
  return html`<${Card} title=${its ? 'Your plan' : 'A starter week'}>
    <p>${its ? `Begun ${begun(its.body.started_on)}.` : 'The same for everybody who answered as you did.'}</p>
    ${own.texts.map((text) => html`<p key=${text}>${text}</p>`)}
    <${Why} facts=${own.facts} sources=${own.sources} title="Where this comes from" />
    <${Rules} ids=${ids.filter((id) => RULE.test(id))} />
    ${its && session.value.mode === 'account' && html`<${MakeButton} words="Make a new plan from today" line />`}
  <//>`;
}

/** @param {string} on */
function begun(on) {
  const name = dayName(on, today.value);
  return /^(Today|Yesterday)$/.test(name) ? lower(name) : `on ${name}`;
}

/** @param {{ids: string[]}} props */
function Rules({ ids }) {
  const open = useSignal(false);
  const { texts, facts, sources } = groundsOf(ids);
  if (texts.length === 0) return null;
  return html`<div class="stack">
    <${Pick} title="The rules it keeps" icon="info" open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<ul class="plain-list">${texts.map((text) => html`<li key=${text}>${text}</li>`)}</ul><${Grounds} facts=${facts} sources=${sources} />`}
  </div>`;
}

/** Problem profiles that hold now, with what raises them. */
function FromTheDiary() {
  const rows = pack('plans').profiles.map((/** @type {any} */ one) => ({ ...one, because: becauseOf(one.when, inputs.value) }))
    .filter((/** @type {any} */ { because }) => because.length > 0);
  return html`<${Card} title="Chosen from your diary">
    ${rows.length === 0 && html`<p>Nothing in the last 14 days asks for anything special.</p>`}
    ${rows.map((/** @type {any} */ { id, name, because, categories, facts, sources }) => html`<div key=${id} class="stack">
      <h3>${name}</h3>
      <p>Because of ${becauseWords(because) || 'your answers'}.</p>
      <p class="soft">It asks for: ${lower(kindWords(categories))}.</p>
      <${Why} facts=${facts} sources=${sources} />
    </div>`)}
    <p class="soft">A new plan looks at this again. A note that is wrong can be changed in the diary.</p>
    <${Pick} title="Open the diary" icon="forward" href="/diary" />
  <//>`;
}

/** What the person wants, and what they said of themselves. */
function Wanted() {
  const row = (/** @type {string} */ id) => {
    const ask = /** @type {import('../../domain/profile.js').Ask} */ (ASKS.find((one) => one.id === id));
    return html`<${Pick} key=${id} title=${ask.row} detail=${said(ask, profile.value, today.value) || 'Not said'} icon="forward"
      onClick=${() => go('/move/questions', { state: { step: id, single: true } })} />`;
  };
  return html`<${Card} title="Chosen by you">
    <p>Change an answer here, then make a new plan.</p>
    <div class="stack">${['goals', 'mobility', 'clearance', 'equipment', 'time'].map(row)}</div>
    ${unasked() && html`<${Button} variant="line" tall href="/move/questions">Answer all questions<//>`}
  <//>`;
}
