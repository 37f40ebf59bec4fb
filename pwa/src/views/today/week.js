import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { counted, today } from '../../state/diary.js';
import { addDays, daysBetween, shortDayName } from '../../ui/dates.js';

/** @typedef {{on: string, strongest: number | null, hard: boolean}} Day */

/**
 * The last seven days, oldest first. A day without an entry stays without a number.
 * @param {ReadonlyArray<import('../../state/diary.js').Rec>} newestFirst
 * @param {string} today
 * @returns {Day[]}
 */
export function lastSevenDays(newestFirst, today) {
  const days = Array.from({ length: 7 }, (_, index) => (
    /** @type {Day} */ ({ on: addDays(today, index - 6), strongest: null, hard: false })));
  const first = days[0].on;
  for (const { body, deleted } of newestFirst) {
    // Newest first: once a day well before the week is met, the rest is older still.
    if (daysBetween(body.on, first) > 2) break;
    const day = days.find((one) => one.on === body.on);
    if (!day || deleted) continue;
    day.hard ||= body.hard_day === true;
    if (typeof body.severity_nrs === 'number') day.strongest = Math.max(day.strongest ?? 0, body.severity_nrs);
  }
  return days;
}

/** Seven days as seven words. Shown once there is something to show. */
export function WeekCard() {
  const days = lastSevenDays(counted.value, today.value);
  if (days.every((day) => day.strongest === null && !day.hard)) return null;
  return html`<${Card} title="Last 7 days">
    <ol class="week" role="list">
      ${days.map((day) => html`<li key=${day.on} class="week-day">
        <span class=${day.on === today.value ? 'week-today' : ''} aria-hidden="true">${weekday(day.on)}</span>
        <span class="unseen">${shortDayName(day.on, today.value)}:</span>
        ${dayMark(day)}
      </li>`)}
    </ol>
    <p class="soft">The strongest pain of each day. A line is a day with no entry.</p>
  <//>`;
}

/** @param {Day} day */
function dayMark({ strongest, hard }) {
  if (strongest === null) {
    return hard
      ? html`<span class="week-word">hard</span>`
      : html`<span class="week-none" aria-hidden="true"></span><span class="unseen">no entry</span>`;
  }
  return html`<b class="week-number" style=${{ '--bar': `var(--pain-${strongest})` }}>${strongest}</b>
    <span class="unseen">of 10${hard ? ', a hard day' : ''}</span>`;
}

/** @param {string} on */
function weekday(on) {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${on}T12:00:00Z`));
}
