import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Switch } from '../../components/switch.js';
import { minutesOf } from '../../domain/movement.js';
import { route } from '../../router.js';
import { movement as movementOf, one, pack } from '../../state/knowledge.js';
import { Waiting } from '../learn/opening.js';
import { About } from './about.js';
import { HelperCard } from './helper-card.js';
import { wanted } from './looked-for.js';
import { Moving } from './moving.js';
import { Needs } from './needs.js';
import { Near } from './near.js';
import { profile, setProfile } from '../../state/profile.js';
import { StopRules } from './stop-rules.js';

/** So many movements a profile holds; the oldest choice gives way. */
const MOST = 40;

/** One movement: how it looks, its steps, how much, when to stop, with a helper, and where it comes from. */
export function MovementPage() {
  const id = route.value.parts[1];
  const movement = movementOf(id);
  if (movement === null) {
    return html`<${Page} title="This movement is not here" back="/move/find"><${Card}><${Button} tall href="/move">All movements<//><//><//>`;
  }
  if (!movement) return html`<${Page} title="Movement" back="/move/find"><${Waiting} /><//>`;
  return html`<${Page} title=${movement.name} back="/move/find" note=${movement.target}><${Body} key=${id} movement=${movement} /><//>`;
}

/** @param {{movement: import('../../domain/movement.js').Movement}} props */
function Body({ movement }) {
  const { variants, dose } = movement;
  const first = variants.find(({ position }) => wanted.value.positions.includes(position)) ?? variants[0];
  const position = useSignal(first.position);
  const variant = variants.find((each) => each.position === position.value) ?? first;
  const minutes = minutesOf(dose);
  const label = (/** @type {string} */ id) => one('library', 'positions', id)?.label ?? id;
  return html`
    ${variants.length > 1 && html`<${Chips} label="Position" items=${variants.map((each) => ({ id: each.position, label: label(each.position) }))}
      chosen=${[position.value]} onToggle=${(/** @type {string} */ id) => { position.value = id; }} />`}
    ${variants.length === 1 && html`<p class="soft">${label(variant.position)}</p>`}
    <${Moving} key=${variant.figure} name=${variant.figure} sides=${dose.sides === 'each'} />
    <${Notice} tone="alert"><p><b>Sharp pain, faint, or sight changing? Stop.</b></p><//>
    ${!movement.core && html`<${Beyond} id=${movement.id} />`}
    <${Out} id=${movement.id} />
    <${Card} title="How to do it">
      <p>${variant.start}</p>
      <ol class="steps stack stack-list">${variant.steps.map((step) => html`<li key=${step}>${step}</li>`)}</ol>
    <//>
    <${Card} title="How much">
      <p>${dose.how}</p>
      <p class="soft">About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, set-up included. Less is fine.</p>
    <//>
    <${Card} title="How far">
      <p><b>You can see it:</b> ${variant.limit}</p>
      <p><b>You may feel it:</b> ${variant.feel}</p>
      <p><b>Ease off:</b> ${variant.avoid}</p>
    <//>
    <${Needs} movement=${movement} variant=${variant} />
    <${StopRules} ids=${movement.stops} />
    <${Near} movement=${movement} />
    ${movement.helper && html`<${HelperCard} helper=${movement.helper} />`}
    <${About} movement=${movement} />`;
}

/** The way back for what somebody left out of every session. @param {{id: string}} props */
function Out({ id }) {
  const out = profile.value.left_out ?? [];
  if (!out.includes(id)) return null;
  return html`<${Card}><${Switch} label="Left out of my sessions" detail="Switch this off, and it may come again." on=${true}
    onChange=${() => setProfile({ left_out: out.filter((one) => one !== id) })} /><//>`;
}

/** Beyond the core set plans use a movement only where the person says so. @param {{id: string}} props */
function Beyond({ id }) {
  const chosen = profile.value.movements ?? [];
  const change = (/** @type {boolean} */ on) => setProfile({ movements: on ? [...chosen, id].slice(-MOST) : chosen.filter((one) => one !== id) });
  return html`<${Card}>
    <p>${pack('library').core.beyond}</p>
    <${Switch} label="My plans may use it" detail="From your next plan on, where no rule speaks against it." on=${chosen.includes(id)} onChange=${change} />
  <//>`;
}
