import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Choices } from '../../components/choices.js';
import { Pick } from '../../components/pick.js';
import { DAYS, MINUTES, OWN_GOAL_MOST, STEROID_TIMES, again, hadSteroids, toggled, toggledAid } from '../../domain/profile.js';
import { profile } from '../../state/profile.js';
import { say } from '../../state/toast.js';
import { AskAtVisit } from '../appointment/ask.js';
import { KeptDay, KeptText } from './kept.js';
import { keep } from './save.js';
import { items, itemsOf } from './words.js';

/** @typedef {import('../../domain/profile.js').Ask} Ask */

const TRUTH = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }];
const WORDS = /** @type {Record<string, string>} */ ({ true: 'yes', false: 'no' });

/** The form of each answer. @type {Record<Ask['form'], import('preact').FunctionComponent<{ask: Ask}>>} */
export const FORMS = { one: One, many: Many, truth: Truth, aids: Aids, steroids: Steroids, infusion: Infusion, time: Time };

/** @param {{ask: Ask}} props */
function One({ ask }) {
  const body = /** @type {Record<string, any>} */ (profile.value);
  const chosen = body[ask.id];
  const unsure = ask.id === 'clearance' && (chosen === 'no' || chosen === 'not_asked');
  return html`<${Choices} label=${ask.title} rows items=${itemsOf(ask)} chosen=${chosen ? [chosen] : []}
      onToggle=${(/** @type {string} */ id) => keep({ [ask.id]: again(chosen, id) })} />
    ${unsure && html`<${AskAtVisit} text="Is exercise fine for me? Which kinds?" secret=${body.private === true} />`}`;
}

/** @param {{ask: Ask}} props */
function Truth({ ask }) {
  const chosen = /** @type {Record<string, any>} */ (profile.value)[ask.id];
  return html`<${Choices} label=${ask.title} items=${TRUTH} chosen=${[WORDS[String(chosen)]]}
    onToggle=${(/** @type {string} */ id) => keep({ [ask.id]: again(chosen ?? null, id === 'yes') })} />`;
}

/** Several of a list; the common ones first. @param {{ask: Ask}} props */
function Many({ ask }) {
  const kept = /** @type {Record<string, any>} */ (profile.value)[ask.id];
  const given = useSignal(/** @type {string[] | null} */ (null));
  const chosen = given.value ?? kept ?? [];
  const toggle = (/** @type {string} */ id) => {
    given.value = toggled(chosen, id);
    keep({ [ask.id]: given.value });
  };
  return html`<${Rows} ask=${ask} chosen=${chosen} onToggle=${toggle} />
    ${ask.id === 'goals' && chosen.includes('own_words') && html`<${KeptText} label="In my own words" value=${profile.value.own_goal}
      limit=${OWN_GOAL_MOST} onKeep=${(/** @type {string | null} */ own_goal) => keep({ own_goal })} />`}`;
}

/** @param {{ask: Ask, chosen: string[], onToggle: (id: string) => unknown}} props */
function Rows({ ask, chosen, onToggle }) {
  const all = useSignal(false);
  const every = itemsOf(ask);
  const named = (ask.first ?? []).flatMap((id) => every.find((item) => item.id === id) ?? []);
  const first = named.length > 0 ? named : every;
  const rest = every.filter((item) => !first.includes(item));
  const shown = all.value ? [...first, ...rest] : [...first, ...rest.filter(({ id }) => chosen.includes(id))];
  return html`<${Choices} label=${ask.title} items=${shown} chosen=${chosen} onToggle=${onToggle} />
    ${!all.value && rest.length > 0 && html`<${Pick} title="More" icon="more" onClick=${() => { all.value = true; }} />`}`;
}

/** @param {{ask: Ask}} props */
function Aids({ ask }) {
  const given = useSignal(/** @type {import('../../domain/profile.js').Aid[] | null} */ (null));
  const aids = given.value ?? profile.value.aids ?? [];
  const set = (/** @type {import('../../domain/profile.js').Aid[]} */ next) => {
    given.value = next;
    return keep({ aids: next });
  };
  const toggle = (/** @type {string} */ id) => {
    const said = aids.find(({ aid }) => aid === id);
    set(toggledAid(aids, id));
    // What was said about it goes with it, and comes back with it.
    if (said && Object.keys(said).length > 1) say('Taken away, with what you said about it.', () => set(aids));
  };
  return html`<${Rows} ask=${ask} chosen=${aids.map(({ aid }) => aid)} onToggle=${toggle} />
    ${aids.length > 0 && html`<p class="soft">“Next” asks about each of them.</p>`}`;
}

/** @param {{ask: Ask}} props */
function Steroids({ ask }) {
  const { steroids } = profile.value;
  const set = (/** @type {string} */ id) => {
    const times = again(steroids?.times, id);
    // Of courses there never were, there is no last one.
    keep({ steroids: times === 'never' || times === null ? times && { times } : { ...steroids, times } });
  };
  return html`<${Choices} label=${ask.title} rows items=${STEROID_TIMES} chosen=${steroids?.times ? [steroids.times] : []} onToggle=${set} />
    ${hadSteroids(profile.value) && html`<p class="soft">“Next” asks about the last one.</p>`}`;
}

/** When the last course was, and how it was given. */
export function LastSteroids() {
  const steroids = profile.value.steroids ?? {};
  const set = (/** @type {Record<string, unknown>} */ part) => keep({ steroids: { ...steroids, ...part } });
  return html`<${KeptDay} label="When it began" value=${steroids.last_on} onKeep=${(/** @type {string | null} */ last_on) => set({ last_on })} />
    <h2>How was it given?</h2>
    <${Choices} label="How was it given?" items=${items('steroid_routes')} chosen=${steroids.route ? [steroids.route] : []}
      onToggle=${(/** @type {string} */ id) => set({ route: again(steroids.route, id) })} />`;
}

/** @param {{ask: Ask}} props */
function Infusion({ ask }) {
  const { alemtuzumab } = profile.value;
  const ever = alemtuzumab?.ever;
  const set = (/** @type {string} */ id) => {
    const next = again(ever, id === 'yes');
    keep({ alemtuzumab: next === null ? null : next ? { ...alemtuzumab, ever: true } : { ever: false } });
  };
  return html`<${Choices} label=${ask.title} items=${TRUTH} chosen=${[WORDS[String(ever)]]} onToggle=${set} />
    ${ever && html`<${KeptDay} label="The last infusion" value=${alemtuzumab?.last_on}
      onKeep=${(/** @type {string | null} */ last_on) => keep({ alemtuzumab: { ...profile.value.alemtuzumab, last_on } })} />`}`;
}

function Time() {
  const { days, minutes } = profile.value;
  const given = useSignal(/** @type {string[] | null} */ (null));
  const chosen = given.value ?? days ?? [];
  const toggle = (/** @type {string} */ id) => {
    given.value = toggled(chosen, id);
    keep({ days: given.value });
  };
  return html`<${Choices} label="Which days suit you?" items=${DAYS} chosen=${chosen} onToggle=${toggle} />
    <h2>How long at a time?</h2>
    <${Choices} label="How long at a time?" items=${MINUTES.map((number) => ({ id: String(number), label: `${number} minutes` }))}
      chosen=${minutes ? [String(minutes)] : []} onToggle=${(/** @type {string} */ id) => keep({ minutes: again(minutes, Number(id)) })} />`;
}
