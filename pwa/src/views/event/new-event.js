import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { eventLabel, EVENTS } from '../../domain/event.js';
import { go, route } from '../../router.js';
import { addEvent, remove, today } from '../../state/events.js';
import { say } from '../../state/toast.js';
import { addDays } from '../../ui/dates.js';
import { stored } from '../log/save.js';

/** What it was, then when: nothing is stored before both are known. */
export function NewEvent() {
  const type = /** @type {string | undefined} */ (route.value.state.type);
  if (type) return html`<${When} type=${type} />`;
  return html`<${Page} title="What happened?" back="/events" note="1 of 2">
    <${Choices} label="What happened?" rows items=${EVENTS} chosen=${[]}
      onToggle=${(/** @type {string} */ id) => go('/events/new', { state: { type: id, step: 1 } })} />
  <//>`;
}

/** @param {{type: string}} props */
function When({ type }) {
  const other = useSignal(false);
  const day = useSignal('');
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(day.value) && day.value >= '1950-01-01' && day.value <= today.value;
  const keep = async (/** @type {string} */ on) => {
    const id = await stored(() => addEvent(type, on));
    if (!id) return;
    say(`Saved on this phone. ${eventLabel(type)}.`, () => takeBack(id));
    go(`/events/${id}`, { replace: true, state: { fresh: true } });
  };
  return html`<${Page} title="When was it?" back="/events" note=${`${eventLabel(type)}. 2 of 2`}>
    <div class="stack" role="group" aria-label="When was it?">
      <${Pick} title="Today" onClick=${() => keep(today.value)} />
      <${Pick} title="Yesterday" onClick=${() => keep(addDays(today.value, -1))} />
      <${Pick} title="Another day" icon="calendar" open=${other.value} onClick=${() => { other.value = !other.value; }} />
    </div>
    ${other.value && html`<${Card}>
      <${Field} label="Day" hint="If it began earlier and went on, the first day" type="date" value=${day.value} max=${today.value}
        onInput=${(/** @type {string} */ value) => { day.value = value; }}
        error=${day.value && !valid ? 'Choose a day that has been.' : undefined} />
      <${Button} tall onClick=${() => (valid ? keep(day.value) : undefined)}>Save this day<//>
    <//>`}
    <p class="soft">Roughly is enough. You can change it later.</p>
  <//>`;
}

/** @param {string} id */
async function takeBack(id) {
  await remove(id);
  go('/events', { replace: true });
}
