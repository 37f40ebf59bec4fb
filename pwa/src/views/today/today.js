import { computed, signal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { SyncLine } from '../../components/sync-line.js';
import { hardDayToday, symptoms, today } from '../../state/diary.js';
import { helpsOnly } from '../../state/people.js';
import { simple } from '../../state/preferences.js';
import { ofKind } from '../../state/records.js';
import { session } from '../../state/session.js';
import { syncNow, syncState } from '../../state/sync.js';
import { acceptUpdate, updateReady } from '../../state/update.js';
import { daysBetween } from '../../ui/dates.js';
import { Icon } from '../../components/icon.js';
import { ShowEverything } from '../settings/show-everything.js';
import { lazy } from '../shell/lazy.js';
import { EnergyCard } from './energy.js';
import { LogCard } from './log-card.js';

/** Silence of this many days is met with a welcome, and with nothing to catch up. */
const SILENT_DAYS = 7;

/** The hard day whose full screen the person asked for. The mark itself stays. */
const shownInFull = signal(/** @type {string | null} */ (null));
const updatePutOff = signal(false);

/** Comes after the first paint, below what is there already, so that nothing moves under a finger. */
const rest = lazy(async () => (await import('./rest.js')).Rest);

const helping = lazy(async () => (await import('../people/helping-day.js')).HelpingDay);
const hardDay = lazy(async () => (await import('./hard-day.js')).HardDay);
const urgent = lazy(async () => (await import('./safety-cards.js')).UrgentCards);

/** Whether an urgent message of the last weeks has no answer; its words stand above everything. */
const isUrgent = computed(() => ofKind('safety').some(({ body }) => (body.tier === 'E1' || body.tier === 'E2') && !body.answer));

/** The first screen of every day. */
export function Today() {
  const hard = hardDayToday.value;
  const quiet = hard && shownInFull.value !== hard;
  const sync = syncState.value;
  const line = html`<${SyncLine} state=${sync} href="/sync" onSend=${syncNow} />`;
  return html`<${Page} title=${quiet ? 'A hard day' : greeting()} note=${quiet ? 'Noted. Everything else can wait.' : welcome()}
    action=${html`<a class="top-button" href="/you"><${Icon} name="person" /><span>You</span></a>`}>
    ${sync.urgent && line}
    <${Urgent}>${quiet
      ? html`<${Quiet} onShowAll=${() => { shownInFull.value = hard; }} />`
      : html`<${helpsOnly.value ? Helping : OwnDay} /><${UpdateOffer} />`}<//>
    ${!sync.urgent && line}
  <//>`;
}

function greeting() {
  const hour = new Date().getHours();
  const part = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon';
  const name = session.value.account?.display_name.trim().split(/\s+/)[0];
  return name ? `Good ${part}, ${name}` : `Good ${part}`;
}

function welcome() {
  const newest = symptoms.value[0];
  if (!newest || daysBetween(newest.body.on, today.value) <= SILENT_DAYS) return null;
  return 'Welcome back. Nothing to catch up.';
}

/**
 * What is urgent, then the rest. The rest waits for it, so that nothing moves away under a finger.
 * @param {{children?: import('preact').ComponentChildren}} props
 */
function Urgent({ children }) {
  const Cards = isUrgent.value ? urgent.view() : null;
  if (isUrgent.value && !Cards && !urgent.gone()) return null;
  return html`${Cards && html`<${Cards} />`}${children}`;
}

/** @param {{onShowAll: () => void}} props */
function Quiet({ onShowAll }) {
  const HardDay = hardDay.view();
  return HardDay && html`<${HardDay} onShowAll=${onShowAll} />`;
}

function OwnDay() {
  const Rest = rest.view();
  return html`<${LogCard} />${!simple.value && html`<${EnergyCard} />`}
    ${Rest && html`<${Rest} simple=${simple.value} />`}<${ShowEverything} />`;
}

/** A helper without a diary of their own opens the app for the people they help. */
function Helping() {
  const HelpingDay = helping.view();
  return HelpingDay && html`<${HelpingDay} />`;
}

function UpdateOffer() {
  if (!updateReady.value || updatePutOff.value) return null;
  return html`<${Card} title="A newer Limber is ready" tone="soft">
    <div class="pair">
      <${Button} onClick=${acceptUpdate}>Use it now<//>
      <${Button} variant="line" onClick=${() => { updatePutOff.value = true; }}>Later<//>
    </div>
  <//>`;
}
