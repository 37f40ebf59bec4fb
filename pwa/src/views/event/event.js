import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Switch } from '../../components/switch.js';
import { asks, eventLabel, isRelapse, nextSteps, spanHolds, steroidOf, threadOf } from '../../domain/event.js';
import { go, route } from '../../router.js';
import { addEvent, change, events, recordOf, remove, restore, today } from '../../state/events.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { dayName } from '../../ui/dates.js';
import { AskAtVisit } from '../appointment/ask.js';
import { Written } from '../log/detail.js';
import { stored } from '../log/save.js';
import { DayField } from '../medicine/day-field.js';
import { onward } from '../safety/after.js';
import { spanText } from './events.js';
import { NewEvent } from './new-event.js';
import { Places } from './places.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** One thing that happened, on one page; a new one by what it was and when. */
export function Event() {
  const id = route.value.parts[1];
  if (id === 'new') return html`<${NewEvent} />`;
  const record = recordOf(id);
  if (record?.kind !== 'event' || record.deleted) {
    return html`<${Page} title="This is not here" back="/events">
      <${Card}><p>It was taken out, or it is on another phone.</p><${Button} variant="quiet" tall href="/events">Go to what happened<//><//>
    <//>`;
  }
  return html`<${One} record=${record} />`;
}

/** @param {{record: Rec}} props */
function One({ record }) {
  const { id, body } = record;
  const set = async (/** @type {Record<string, unknown>} */ values) => {
    if (await stored(async () => { await change(id, values); return id; })) announce('Saved on this phone.');
  };
  const done = () => (route.value.state.fresh ? onward(id, { to: '/events' }) : go('/events', { replace: true }));
  const note = route.value.state.fresh ? `${spanText(body)}. Saved on this phone.` : spanText(body);
  return html`<${Page} title=${eventLabel(body.type)} back="/events" note=${note}
    foot=${html`<${Button} tall onClick=${done}>Done<//>`}>
    ${isRelapse(body.type) && html`<${Relapse} record=${record} />`}
    <${Card} title="When"><${Dates} body=${body} set=${set} /><//>
    ${asks(body.type, 'places') && html`<${Places} places=${body.regions ?? []} title=${PLACE_QUESTIONS[body.type] ?? 'Which part of the body?'}
      set=${(/** @type {any[]} */ regions) => set({ regions })} />`}
    <${Card}><${Written} id=${id} field="detail" label="In your words" hint="Shared only if you chose to share notes."
      value=${body.detail} limit=${2000} /><//>
    <${Switch} label="Keep this private" detail="Nobody you share with sees it, or that it is there."
      on=${body.private === true} onChange=${(/** @type {boolean} */ on) => set({ private: on })} />
    <${AskAtVisit} text=${`${eventLabel(body.type)}, ${dayName(body.on, '0000-01-01')}`} secret=${body.private === true} />
    <${Button} variant="line" tall icon="bin" onClick=${() => takeOut(record)}>Delete this<//>
  <//>`;
}

const PLACE_QUESTIONS = /** @type {Record<string, string>} */ ({
  fall: 'Did you hurt yourself? Where?', relapse_suspected: 'Where do you notice it?', new_aid: 'What is it for?',
});

/** @param {{body: Record<string, any>, set: (values: Record<string, unknown>) => unknown}} props */
function Dates({ body, set }) {
  const span = asks(body.type, 'span') || Boolean(body.until_on);
  const latest = spanHolds(today.value, body.until_on) ? today.value : body.until_on;
  return html`
    <${DayField} label=${span ? 'First day' : 'Day'} value=${body.on} max=${latest} needed
      problem=${latest === today.value ? 'It is still to come.' : 'It is after the last day.'} onKeep=${(/** @type {string} */ on) => set({ on })} />
    ${span && html`<${DayField} label="Last day, if it is over" value=${body.until_on} min=${body.on ?? undefined}
      problem="It is before the first day." onKeep=${(/** @type {string | null} */ on) => set({ until_on: on })} />`}`;
}

/** A relapse as one thread: what was said of it, and what can be said next. @param {{record: Rec}} props */
function Relapse({ record }) {
  const thread = threadOf(events.value, record.id);
  const steroid = steroidOf(events.value, thread);
  const add = async (/** @type {string} */ type) => {
    const id = await stored(() => addEvent(type, today.value, record.body));
    if (!id) return;
    say(`Saved on this phone. ${eventLabel(type)}, today.`, () => remove(id));
    go(`/events/${id}`, { state: { fresh: true } });
  };
  const others = [...thread, ...(steroid ? [/** @type {Rec} */ (steroid)] : [])].filter(({ id }) => id !== record.id);
  return html`<${Card} title="This relapse">
    <p>A relapse is for your MS team to say. You can note what you suspect.</p>
    ${others.map(({ id, body }) => html`<${Pick} key=${id} title=${eventLabel(body.type)} detail=${dayName(body.on, today.value)}
      href=${`/events/${id}`} />`)}
    ${nextSteps(thread).map((type) => html`<${Button} key=${type} variant="quiet" tall onClick=${() => add(type)}>${STEP_WORDS[type]}<//>`)}
    ${!steroid && html`<${Button} variant="line" tall onClick=${() => add('steroid_course')}>I was given steroids<//>`}
  <//>`;
}

const STEP_WORDS = { relapse_suspected: '', relapse_confirmed: 'Confirmed by my team', relapse_over: 'It is over' };

/** @param {Rec} record */
async function takeOut({ id, body }) {
  if (!(await stored(async () => { await remove(id); return id; }))) return;
  say(`Deleted: ${eventLabel(body.type)}.`, () => restore(id));
  go('/events', { replace: true });
}
