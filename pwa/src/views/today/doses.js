import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { mayLack } from '../../domain/dose.js';
import { siteLabel } from '../../domain/injection.js';
import { doseText, injects } from '../../domain/medicine.js';
import { lived, zoneNow } from '../../domain/time.js';
import { go } from '../../router.js';
import { label } from '../../state/content.js';
import { bringSites, dueToday, lookAtTheClock, remove, restore, sitesNow, skip, titleOf, today } from '../../state/medicines.js';
import { session } from '../../state/session.js';
import { syncState } from '../../state/sync.js';
import { say } from '../../state/toast.js';
import { once } from '../../ui/act.js';
import { announce } from '../../ui/announce.js';
import { clockTime, shortDayName } from '../../ui/dates.js';
import { loggedBy } from '../diary/diary.js';
import { stored } from '../log/save.js';
import { AskAgain, doseWhen, meant, useMark } from '../medicine/mark.js';
import { OneOrTwo } from '../medicine/one-or-two.js';

/** @typedef {import('../../state/medicines.js').Slot} Slot */
/** @typedef {import('../../state/medicines.js').Rec} Rec */

const LOOK_MS = 30_000;

/** What is due today, each noted by one tap. Nothing to show when nothing is. */
export function DosesCard() {
  useEffect(followTheClock, []);
  const due = dueToday.value;
  const injections = due.filter(({ medicine }) => injects(medicine.body));
  const others = due.filter(({ medicine }) => !injects(medicine.body));
  return html`<${OneOrTwo} />
    ${injections.map((slot) => html`<${Injection} key=${slot.key} slot=${slot} />`)}
    ${others.length > 0 && html`<${Card} title="Medicines today">
      <ul class="doses" role="list">${others.map((slot) => html`<${Dose} key=${slot.key} slot=${slot} />`)}</ul>
    <//>`}
    ${due.length > 0 && html`<${Unheard} />`}`;
}

/** A timer alone would be late after the phone slept. */
function followTheClock() {
  lookAtTheClock();
  const timer = setInterval(lookAtTheClock, LOOK_MS);
  document.addEventListener('visibilitychange', lookAtTheClock);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookAtTheClock);
  };
}

/** @param {{slot: Slot}} props */
function Dose({ slot }) {
  const { medicine, doses } = slot;
  const place = useKeptFocus();
  const mark = useMark(/** @type {Rec} */ (medicine), slot.slot, place.keep);
  const name = [titleOf(medicine.body), doseText(medicine.body.regimen)].filter(Boolean).join(', ');
  const time = slot.slot?.slice(11) ?? 'Any time';
  const said = doses.at(-1);
  return html`<li class=${said ? 'dose dose-said' : 'dose'} ref=${place.ref}>
    <p class="dose-words" tabindex="-1"><b>${name}</b><span class="soft">${said ? saidText(doses) : whenText(slot, time)}</span></p>
    <${TwoOf} medicine=${/** @type {Rec} */ (medicine)} />
    ${said
      ? html`<${Undo} dose=${said} what=${name} onUndone=${place.keep} />`
      : html`<div class="dose-acts">
        <${Button} variant="quiet" label=${`Taken: ${name}, ${time}`} onClick=${() => mark.mark()}>Taken<//>
        <${Button} variant="line" label=${`Not today: ${name}, ${time}`} onClick=${() => leaveOut(slot, place.keep)}>Not today<//>
      </div>`}
    <${AskAgain} mark=${mark} />
  </li>`;
}

/** Before a dose is taken by it: two versions of this medicine are kept. @param {{medicine: Rec}} props */
function TwoOf({ medicine }) {
  if (medicine.conf.length === 0) return null;
  return html`<a class="text-button" href=${`/diary/two/${medicine.id}`}>Two versions of ${titleOf(medicine.body)}. Which is right?</a>`;
}

/** @param {Slot} slot @param {string} time */
const whenText = ({ on }, time) => (on < today.value ? `Last night, ${time}` : time);

const SAID = /** @type {Record<string, string>} */ ({ taken: 'Taken', late: 'Taken later', skipped: 'Not today' });

/** "Taken, 08:05"; several are all said. @param {readonly import('../../domain/dose.js').Rec[]} doses */
function saidText(doses) {
  const words = doses.map((dose) => {
    const { status, at } = dose.body;
    return [SAID[status] ?? 'Noted', status === 'skipped' ? '' : clockTime(at), loggedBy(/** @type {Rec} */ (dose))].filter(Boolean).join(', ');
  });
  return words.join(' · ');
}

/** @param {{slot: Slot}} props */
function Injection({ slot }) {
  const { medicine, doses } = slot;
  const place = useKeptFocus();
  const mark = useMark(/** @type {Rec} */ (medicine), slot.slot, place.keep);
  useEffect(() => { bringSites().catch(() => {}); }, []);
  const name = titleOf(medicine.body);
  const said = doses.at(-1);
  return html`<div ref=${place.ref}><${Card} title=${injectionTitle(slot, said)}>
    <p class="dose-words" tabindex="-1">${injectionText(name, said)}</p>
    <${TwoOf} medicine=${/** @type {Rec} */ (medicine)} />
    ${said
      ? html`<div class="row">
        ${said.body.status !== 'skipped' && html`<${Button} variant="quiet" icon="syringe"
          onClick=${() => go('/cabinet/injected', { state: { id: said.id } })}>
          ${said.body.body_site ? 'Where and how it felt' : 'Where did it go?'}<//>`}
        <${Undo} dose=${said} what=${name} onUndone=${place.keep} />
      </div>`
      : html`<div class="dose-acts">
        <${Button} tall icon="syringe" label=${`I've injected: ${name}`} onClick=${() => mark.mark()}>I've injected<//>
        <${Button} variant="line" tall label=${`Not today: ${name}`} onClick=${() => leaveOut(slot, place.keep)}>Not today<//>
      </div>`}
    <${AskAgain} mark=${mark} />
  <//></div>`;
}

/** @param {Slot} slot @param {{body: Record<string, any>} | undefined} said */
function injectionTitle({ on }, said) {
  if (said) return said.body.status === 'skipped' ? 'No injection today' : `Injected ${doseWhen(said.body)}`;
  return on < today.value ? 'Injection, since last night' : 'Injection day';
}

/** @param {string} name @param {{body: Record<string, any>} | undefined} said */
function injectionText(name, said) {
  const site = said ? said.body.body_site : sitesNow().next?.site;
  if (!site) return name;
  const words = siteLabel(site, (id) => label('body_sites', id)).toLowerCase();
  return `${name}, ${words}${said ? '' : ' next'}`;
}

/** @param {Slot} slot @param {() => unknown} after */
async function leaveOut(slot, after) {
  if (!meant(`${slot.medicine.id} ${slot.slot}`) || !(await stored(() => skip(slot)))) return;
  announce('Noted: not today.');
  after();
}

/** @param {{dose: {id: string}, what: string, onUndone: () => unknown}} props */
function Undo({ dose, what, onUndone }) {
  const undo = async () => {
    if (!(await stored(async () => { await remove(dose.id); return dose.id; }))) return;
    say('Taken back.', () => restore(dose.id));
    onUndone();
  };
  return html`<button type="button" class="text-button" aria-label=${`Undo: ${what}`} onClick=${once(undo)}>Undo</button>`;
}

/** The button that was tapped is gone then: the focus stays with the words beside it, and falls on no other button. */
function useKeptFocus() {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const keep = () => requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    /** @type {HTMLElement | null | undefined} */ (ref.current?.querySelector('.dose-words'))?.focus({ preventScroll: true });
  });
  return { ref, keep };
}

/** What another phone noted may not be here yet. */
function Unheard() {
  const online = useSignal(navigator.onLine);
  useEffect(() => {
    const look = () => { online.value = navigator.onLine; };
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => { removeEventListener('online', look); removeEventListener('offline', look); };
  }, []);
  const { at } = syncState.value;
  if (!mayLack(session.value.mode, syncState.value, online.value, Date.now())) return null;
  const heard = at ? lived(new Date(at), zoneNow()) : null;
  const day = heard && heard.on !== today.value ? `${shortDayName(heard.on, today.value)}, ` : '';
  const when = heard ? `since ${day}${clockTime(heard.at)}` : 'yet';
  return html`<p class="soft">This phone has not heard from the others ${when}. A dose noted there may be missing here.</p>`;
}
