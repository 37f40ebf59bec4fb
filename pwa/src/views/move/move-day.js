import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { go } from '../../router.js';
import { otherDays, swapDays } from '../../state/plan-moving.js';
import { say } from '../../state/toast.js';
import { stored } from '../log/save.js';
import { weekdayName } from './words.js';

/** The way to do a day's work on another day; nothing where no other day is left. @param {{on: string}} props */
export function MoveDay({ on }) {
  const open = useSignal(false);
  const days = otherDays(on);
  const may = days.filter(({ close }) => !close);
  if (days.length === 0) return null;
  const move = async (/** @type {string} */ other) => {
    await stored(async () => {
      const undo = await swapDays(on, other);
      go(`/move/day/${other}`);
      say(`Moved to ${weekdayName(other)}.`, undo);
      return on;
    });
  };
  return html`<${Pick} title="Do this on another day" icon="calendar" open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Card}>
      <p>The two days change places.</p>
      ${may.map((day) => html`<${Pick} key=${day.on} title=${weekdayName(day.on)} detail=${day.free ? 'Free so far' : 'Comes here instead'}
        icon="forward" onClick=${() => move(day.on)} />`)}
      ${may.length === 0 && html`<p>No other day of this week fits.</p>`}
      ${may.length < days.length && html`<p class="soft">Left out: days that would put strength work on two days running.</p>`}
    <//>`}`;
}
