import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Chip } from '../../components/chip.js';
import { Chips } from '../../components/chips.js';
import { Count } from '../../components/count.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { EVERY_DAYS, rhythmText, ROUTES, TIMES_MOST, WEEKDAYS } from '../../domain/medicine.js';
import { recordOf, setRegimen } from '../../state/medicines.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { DayField } from './day-field.js';
import { productsOf } from './name-card.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */
/** @typedef {import('../../domain/medicine.js').Regimen} Regimen */

const DAYS = WEEKDAYS.map((id) => ({ id, label: `${id[0].toUpperCase()}${id.slice(1)}` }));
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @param {string} id @param {Partial<Regimen>} changed */
async function keep(id, changed) {
  if (await stored(async () => { await setRegimen(id, changed); return id; })) announce('Saved on this phone.');
}

/** Which clock times, and which days. @param {{record: Rec}} props */
export function WhenCard({ record: { id, body } }) {
  const { times = [], days = [], every_days: every } = { ...body.regimen };
  const toggle = (/** @type {string} */ day) =>
    keep(id, { days: days.includes(day) ? days.filter((/** @type {string} */ one) => one !== day) : [...days, day] });
  return html`
    <${Times} id=${id} times=${times} />
    <h3>Which days?</h3>
    <p class="soft">${productHint(body) || 'None chosen means every day.'}</p>
    <${Chips} label="Which days?" items=${DAYS} chosen=${days} onToggle=${toggle} />
    <${EveryFewDays} id=${id} regimen=${body.regimen} />
    ${times.length === 0 && days.length === 0 && !every && html`<p class="soft">
      Without a time it counts as “when needed”. Then nothing is shown on Today.</p>`}`;
}

/** @param {{id: string, times: string[]}} props */
function Times({ id, times }) {
  const time = useSignal('');
  const add = async () => {
    const given = time.peek();
    if (!CLOCK.test(given)) return;
    time.value = '';
    await keep(id, { times: [...(recordOf(id)?.body.regimen?.times ?? []), given] });
  };
  // A time that was chosen and not yet added is kept when the step is left.
  useEffect(() => () => { add(); }, []);
  return html`
    ${times.length > 0 && html`<div class="chips" role="group" aria-label="Times">
      ${times.map((one) => html`<${Chip} key=${one} label=${one} removable
        onClick=${() => keep(id, { times: times.filter((other) => other !== one) })} />`)}
    </div>`}
    ${times.length < TIMES_MOST && html`<${Field} label=${times.length > 0 ? 'Another time' : 'Time'} type="time" value=${time.value}
        onInput=${(/** @type {string} */ value) => { time.value = value; }} />
      <${Button} variant="quiet" icon="log" onClick=${add}>Add this time<//>`}`;
}

/** @param {{id: string, regimen: Regimen | null | undefined}} props */
function EveryFewDays({ id, regimen }) {
  const every = regimen?.every_days ?? null;
  const open = useSignal(every !== null);
  return html`<div class="stack">
    <${Pick} title="Every few days" detail="Such as every other day, or every 2 weeks" icon="calendar" open=${open.value}
      onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`
      <${Count} label="Every how many days?" value=${every} start=${2} min=${EVERY_DAYS.least} max=${EVERY_DAYS.most}
        words=${(/** @type {number} */ days) => rhythmText({ every_days: days })}
        onChange=${(/** @type {number} */ days) => keep(id, { every_days: days })} />
      ${every !== null && html`<${DayField} label="A day you take it" hint="Days are counted from here, and then from each dose you note."
          value=${regimen?.from_on} onKeep=${(/** @type {string | null} */ on) => keep(id, { from_on: on })} />
        <${Button} variant="line" onClick=${() => keep(id, { every_days: null, from_on: null })}>Not every few days<//>`}`}
  </div>`;
}

/** How often a product is usually taken, as its leaflet says; the days stay the person's to choose. @param {Record<string, any>} body */
function productHint(body) {
  const product = productsOf(body).find(({ label }) => label === body.regimen?.name);
  if (!product) return '';
  if (product.times_a_week) return `${product.label} is usually taken three times a week. Choose your days.`;
  if (product.every_days === 7) return `${product.label} is usually taken once a week. Choose your day.`;
  return `${product.label} is usually taken ${rhythmText({ every_days: product.every_days }).toLowerCase()}. Use “Every few days” below.`;
}

/** By mouth, by injection. @param {{record: Rec}} props */
export function RouteCard({ record: { id, body } }) {
  const given = body.regimen?.route ?? null;
  const words = given && !ROUTES.includes(given) ? [...ROUTES, given] : ROUTES;
  return html`<${Chips} label="How it is taken" items=${words.map((word) => ({ id: word, label: word[0].toUpperCase() + word.slice(1) }))}
    chosen=${[given]} onToggle=${(/** @type {string} */ word) => keep(id, { route: word === given ? null : word })} />`;
}
