import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Choices } from '../../components/choices.js';
import { Count } from '../../components/count.js';
import { Scale } from '../../components/scale.js';
import { dayBody } from '../../state/dailies.js';
import { vocabulary } from '../../state/content.js';
import { KeptText } from './kept-text.js';
import { ROW } from './rows.js';
import { Symptoms } from './symptoms.js';
import { hoursText, minutesText, said } from './words.js';

/** @typedef {Record<string, any>} Body */
/** @typedef {(values: import('../../state/dailies.js').Set) => unknown} Keep */
/** @typedef {{body: Body, keep: Keep, ask: string, on: string}} AnswerProps */

/** What is answered on a row's own screen. @param {{row: string, on: string, keep: Keep}} props */
export function Answer({ row, on, keep }) {
  const body = dayBody(on);
  const { kind, field = '', ask, items = [] } = ROW[row];
  if (kind === 'scale') {
    const chosen = body[field] ?? null;
    return html`<${Scale} plain label=${ask} chosen=${chosen} onPick=${(/** @type {number} */ n) => keep({ [field]: n === chosen ? null : n })} />`;
  }
  if (kind === 'one') {
    return html`<${One} label=${ask} items=${items} value=${body[field]} onPick=${(/** @type {any} */ value) => keep({ [field]: value })} />`;
  }
  return html`<${OWN[row]} body=${body} keep=${keep} ask=${ask} on=${on} />`;
}

/**
 * One of several as rows; the chosen one again takes it back.
 * @param {{label: string, items: import('./rows.js').Item[], value: any, onPick: (value: any) => unknown}} props
 */
export function One({ label, items, value, onPick }) {
  return html`<${Choices} rows label=${label} items=${items} chosen=${said(value) ? [value] : []}
    onToggle=${(/** @type {any} */ id) => onPick(id === value ? null : id)} />`;
}

/**
 * A number with its name above it, and the way to take it back.
 * @param {{label: string, value: number | null | undefined, onChange: (value: number | null) => unknown, start: number, step?: number, max?: number, words?: (value: number) => string}} props
 */
export function Numbered({ label, value, onChange, ...rest }) {
  return html`<section class="stack">
    <h2>${label}</h2>
    <${Count} label=${label} value=${value} onChange=${onChange} ...${rest} />
    ${said(value) && html`<div class="row"><${Button} variant="line" label=${`Take back: ${label}`} onClick=${() => onChange(null)}>Take it back<//></div>`}
  </section>`;
}

const QUALITY = [{ id: 'good', label: 'Good' }, { id: 'so_so', label: 'So-so' }, { id: 'poor', label: 'Poor' }];
const STATES = [{ id: 'no', label: 'No' }, { id: 'maybe', label: 'Maybe' }, { id: 'yes', label: 'Yes' }];
const HURT = [{ id: false, label: 'No' }, { id: true, label: 'Yes' }];

/** @param {AnswerProps} props */
function Sleep({ body, keep }) {
  return html`
    <${Numbered} label="Hours of sleep" value=${body.sleep_hours} start=${7} step=${0.5} max=${16} words=${hoursText}
      onChange=${(/** @type {number | null} */ sleep_hours) => keep({ sleep_hours })} />
    <section class="stack"><h2>How good was it?</h2>
      <${One} label="How good was it?" items=${QUALITY} value=${body.sleep_quality}
        onPick=${(/** @type {string | null} */ sleep_quality) => keep({ sleep_quality })} /></section>`;
}

/** @param {AnswerProps} props */
function Infection({ body, keep, ask }) {
  const { state, type } = body.infection ?? {};
  const kinds = /** @type {import('./rows.js').Item[]} */ (vocabulary.value.infection_types ?? []);
  return html`
    <${One} label=${ask} items=${STATES} value=${state} onPick=${(/** @type {string | null} */ id) => keep({ infection: id && { state: id } })} />
    ${(state === 'maybe' || state === 'yes') && html`<section class="stack"><h2>Where?</h2>
      <${One} label="Where?" items=${kinds} value=${type}
        onPick=${(/** @type {string | null} */ id) => keep((/** @type {Body} */ now) => ({ infection: now.infection && { state: now.infection.state, ...(id && { type: id }) } }))} /></section>`}`;
}

/** @param {AnswerProps} props */
function Falls({ body, keep }) {
  const set = part('falls', keep);
  const { count, near, injured } = body.falls ?? {};
  return html`
    <${Numbered} label="Falls" value=${count} start=${1} onChange=${(/** @type {number | null} */ n) => set(n ? { count: n } : { count: n, injured: null })} />
    ${count > 0 && html`<section class="stack"><h2>Were you hurt?</h2>
      <${One} label="Were you hurt?" items=${HURT} value=${injured} onPick=${(/** @type {boolean | null} */ is) => set({ injured: is })} /></section>`}
    <${Numbered} label="Near-falls" value=${near} start=${1} onChange=${(/** @type {number | null} */ n) => set({ near: n })} />`;
}

/** @param {AnswerProps} props */
function Active({ body, keep }) {
  const set = part('active_minutes', keep);
  const { easy, moderate } = body.active_minutes ?? {};
  return html`
    <${Numbered} label="Easy: you could sing" value=${easy} start=${10} step=${5} max=${1440} words=${minutesText1}
      onChange=${(/** @type {number | null} */ n) => set({ easy: n })} />
    <${Numbered} label="Brisk: you could talk, not sing" value=${moderate} start=${10} step=${5} max=${1440} words=${minutesText1}
      onChange=${(/** @type {number | null} */ n) => set({ moderate: n })} />`;
}

/** @param {AnswerProps} props */
function Wheels({ body, keep }) {
  return html`<${Numbered} label="Hours in the wheelchair" value=${body.wheelchair_hours} start=${1} max=${24} words=${hoursText}
    onChange=${(/** @type {number | null} */ wheelchair_hours) => keep({ wheelchair_hours })} />`;
}

/** @param {AnswerProps} props */
function Note({ body, keep }) {
  return html`<${KeptText} label="A note to yourself" hint="Shared only if you chose to share notes." value=${body.note} limit=${2000}
    keep=${(/** @type {string | null} */ note) => keep({ note })} />`;
}

/** @type {Record<string, (props: AnswerProps) => any>} */
const OWN = { symptoms: Symptoms, sleep: Sleep, infection: Infection, falls: Falls, active: Active, wheels: Wheels, note: Note };

/** A count of minutes has no "or more". @param {number} minutes */
const minutesText1 = (minutes) => (minutes === 120 ? '120 minutes' : minutesText(minutes));

/**
 * Changes one part of an answer that has several; with none left the whole is taken back.
 * @param {string} field @param {Keep} keep
 */
function part(field, keep) {
  return (/** @type {Body} */ values) => keep((/** @type {Body} */ now) => {
    const next = Object.fromEntries(Object.entries({ ...now[field], ...values }).filter(([, value]) => said(value)));
    return { [field]: Object.keys(next).length > 0 ? next : null };
  });
}
