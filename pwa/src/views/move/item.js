import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { lengthFor } from '../../domain/plan.js';
import { doseWords } from '../../domain/plan-words.js';
import { doseIn } from '../../domain/plan-week.js';
import { movement as movementOf } from '../../state/knowledge.js';
import { mayHave } from '../../state/plan-changing.js';
import { itemsOn, shelf } from '../../state/plans.js';
import { profile, setProfile } from '../../state/profile.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { MakeButton, unasked } from './begin.js';
import { HowMuch, Therapist } from './item-change.js';
import { WhyNot, WhyThis } from './item-why.js';
import { Scope } from './item-scope.js';
import { Picture } from './picture.js';
import { HELPER, nameOf, positionWords, sentence, STILL_TO_CHECK } from './words.js';

/** @typedef {import('../../domain/plan.js').Item} Item */
/** @typedef {import('./item-scope.js').Change} Change */

/** So many movements a profile holds; the oldest choice gives way. */
const OUT_MOST = 40;

/** One movement of one day: how much, with whom, why, and what the person wants otherwise. @param {{item: Item}} props */
export function ItemPage({ item }) {
  const { dose } = item;
  const movement = movementOf(dose.movement) ?? null;
  return html`<${Page} title=${nameOf(dose.movement)} back=${`/move/day/${item.on}`} note=${`${dayName(item.on, today.value)}.`}>
    <div class="item-head"><${Picture} dose=${dose} />
      <p><b>${sentence(doseWords(dose, movement))}</b><br />${positionWords(dose.position)}</p></div>
    <${Fitted} item=${item} />
    ${item.set_by !== 'planner' && html`<p>${item.set_by === 'therapist' ? 'From your therapist.' : 'You set this.'} ${item.note ?? ''}</p>`}
    <${Pick} title="How it is done" detail="Steps, pictures, when to stop" icon="forward" href=${`/move/${dose.movement}`} />
    ${item.id ? html`<${Changes} item=${item} />` : html`<${LeaveOut} item=${item} /><${StarterOnly} />`}
    <${WhyThis} item=${item} />
    <${WhyNot} item=${item} />
    <p class="soft">${STILL_TO_CHECK}</p>
  <//>`;
}

/** How much of it a session of the usual length has room for, where that is less. @param {{item: Item}} props */
function Fitted({ item }) {
  const length = lengthFor(profile.value.minutes);
  const known = shelf.value;
  const words = (/** @type {Item['dose']} */ dose) => doseWords(dose, movementOf(dose.movement) ?? null);
  const fits = known && words(doseIn(known, itemsOn(item.on) ?? [], item, length));
  if (!fits || fits === words(item.dose)) return null;
  return html`<p class="soft">In a session of ${length} minutes: ${fits}.</p>`;
}

/** @param {{item: Item}} props */
function Changes({ item }) {
  const pending = useSignal(/** @type {Change | null} */ (null));
  const change = (/** @type {Change} */ wanted) => { pending.value = wanted; };
  const out = item.helper === 'skip';
  const free = mayHave(item);
  const choices = /** @type {Item['helper'][]} */ (['alone', 'hand', 'skip']).filter((id) => free || id === 'skip' || !out);
  if (pending.value) return html`<${Scope} item=${item} change=${pending.value} onDone=${() => { pending.value = null; }} />`;
  return html`
    <${Card} title="How do you want it?">
      <${Choices} label="How do you want it?" rows items=${choices.map((id) => ({ id, label: HELPER[id] }))} chosen=${[item.helper]}
        onToggle=${(/** @type {Item['helper']} */ helper) => helper !== item.helper && change({ set: { helper }, said: SAID[helper] })} />
      ${!free && html`<p class="soft">A rule speaks against this movement just now. “Why not another” below says which. It can be done less, not more.</p>`}
    <//>
    <${HowMuch} item=${item} free=${free} onChange=${change} />
    ${free && html`<${Therapist} item=${item} onChange=${change} />`}`;
}

/** @type {Record<Item['helper'], string>} */
const SAID = { alone: 'You do it alone', hand: 'With a hand', skip: 'Left out' };

/** Of a starter week one thing can be said on the phone alone: that it shall not come. @param {{item: Item}} props */
function LeaveOut({ item }) {
  const { movement } = item.dose;
  const out = profile.value.left_out ?? [];
  const change = (/** @type {boolean} */ on) => setProfile({ left_out: on ? [...out.filter((one) => one !== movement), movement].slice(-OUT_MOST) : out.filter((one) => one !== movement) });
  return html`<${Switch} label="Leave it out" detail="Of every session from now on. It can come back at any time." on=${out.includes(movement)} onChange=${change} />`;
}

/** Less, more and a therapist's dose are for a plan of one's own. */
function StarterOnly() {
  const mine = session.value.mode === 'account' && !unasked();
  return html`<${Card} title="To change this">
    <p>A starter week is much the same for everybody. In a plan of your own you can set how much, or enter what your therapist set.</p>
    ${mine ? html`<${MakeButton} />` : html`<${Pick} title=${unasked() ? 'Answer a few questions' : 'Make an account'} icon="forward"
      href=${unasked() ? '/move/questions' : '/account'} />`}
  <//>`;
}
