import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { eventLabel } from '../../domain/event.js';
import { events, today } from '../../state/events.js';
import { dayName } from '../../ui/dates.js';
import { placesText } from '../diary/words.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** What happened, newest first. */
export function Events() {
  return html`<${Page} title="What happened" back="/you">
    ${events.value.length === 0 && html`<${Card}>
      <p>Nothing here yet. Relapses, steroid courses, infusions, falls and new aids have their place here. They help to read your days later.</p>
    <//>`}
    <${Button} tall icon="log" href="/events/new">Add something<//>
    ${years(events.value).map(([year, list]) => html`<section key=${year} class="stack" aria-label=${year}><h2>${year}</h2>
      ${list.map(({ id, body }) => html`<${Pick} key=${id} title=${eventLabel(body.type)} detail=${detail(body)} href=${`/events/${id}`} />`)}
    </section>`)}
  <//>`;
}

/** @param {readonly Rec[]} list newest first @returns {[string, Rec[]][]} */
function years(list) {
  /** @type {Map<string, Rec[]>} */
  const all = new Map();
  for (const event of list) {
    const year = event.body.on?.slice(0, 4) ?? 'No date';
    all.set(year, [...(all.get(year) ?? []), event]);
  }
  return [...all];
}

/** @param {Record<string, any>} body */
function detail(body) {
  return [spanText(body), placesText(body), body.private && 'private'].filter(Boolean).join(' · ');
}

/** "Friday 20 November", "Friday 20 November to Today". @param {Record<string, any>} body */
export function spanText({ on, until_on }) {
  if (!on) return '';
  const from = dayName(on, today.value);
  if (!until_on || until_on === on) return from;
  return `${from} to ${dayName(until_on, today.value).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase())}`;
}
