/** The plan of this phone: the server's where there is one, else a starter week; and what today's log makes of it. */
import { computed, effect, signal } from '@preact/signals';

import { chosenIn, itemsOf, lengthFor, planOn, starterFor, starterItems } from '../domain/plan.js';
import { allowed as allowedNow, personOf } from '../domain/planner/allowed.js';
import { inputsOf } from '../domain/planner/inputs.js';
import { movementOf, shelfOf } from '../domain/planner/shelf.js';
import { today as todayOf } from '../domain/planner/today.js';
import { breaksFor } from '../domain/reminder.js';
import { nowParts } from '../domain/time.js';
import { counted } from './counted.js';
import { movements, pack } from './knowledge.js';
import { opened } from './opened.js';
import { lighterAfterInjection } from './preferences.js';
import { profile } from './profile.js';
import { change, ofKind, theOne } from './records.js';
import { allowed, open } from './safety.js';
import { today } from './today.js';

/** @typedef {import('../domain/plan.js').Item} Item */

const bodies = (/** @type {string} */ kind) => ofKind(kind).map(({ body }) => body);

/** Every movement and plan rule; undefined until the packs are there. */
export const shelf = computed(() => {
  const [all, plans] = [movements(), pack('plans')];
  return all && plans && shelfOf(all, plans);
});

/** The plan that holds today, or null: then a starter week does. */
export const plan = computed(() => planOn(ofKind('plan'), today.value));

/** The starter week of this phone; undefined until its pack is there. */
const starter = computed(() => {
  const [starters, plans] = [pack('starters'), pack('plans')];
  return starters && plans && starterFor(starters, plans, profile.value);
});

/** Which week it is made from: a template's id, or null while nothing is there. */
export const template = computed(() => /** @type {string | null} */ (plan.value?.body.template ?? starter.value?.template ?? null));

/** @param {string} on - a date @returns {Item[] | null} null until the packs are there */
export function itemsOn(on) {
  const known = shelf.value;
  if (!known) return null;
  const its = planOn(ofKind('plan'), on);
  if (its) return itemsOf(known, ofKind('plan_item'), its.id, on);
  if (starter.value === undefined) return null;
  return starter.value ? starterItems(known, starter.value, on, profile.value.left_out ?? []) : [];
}

/** Who the plan is for, as its rules see it. */
export const person = computed(() => personOf(profile.value, chosenIn(ofKind('plan'), ofKind('plan_item'))));

/** What plan rules read of today. */
export const inputs = computed(() => {
  const on = today.value;
  const known = {
    entry: null, day: theOne('daily', { on })?.body ?? null, profile: theOne('profile')?.body ?? null,
    medicines: ofKind('medicine').map(({ id, body }) => ({ id, body })), doses: bodies('dose'), events: bodies('event'),
    past: { symptoms: counted.value.map(({ body }) => body), dailies: bodies('daily'), moods: bodies('mood') }, today: on, now: nowParts().at,
  };
  return inputsOf(known, { sessions: bodies('session'), messages: open.value, lighter: lighterAfterInjection.value });
});

/** Minutes asked for today, where they are not the usual ones. @type {import('@preact/signals').Signal<{on: string, minutes: number} | null>} */
const askedFor = signal(null);
effect(() => {
  void opened.value?.space;
  askedFor.value = null;
});

/** Minutes of today's session as asked for: 3, 8 or 15. */
export const minutes = computed(() => (askedFor.value?.on === today.value ? askedFor.value.minutes : lengthFor(profile.value.minutes)));

/** @param {number} wanted - 3, 8 or 15 */
export function askFor(wanted) {
  askedFor.value = { on: today.peek(), minutes: wanted };
}

/** Today's session of some length; null until the packs are there. @param {number} length @returns {import('../domain/planner/today.js').Today | null} */
export function sessionOf(length) {
  const [known, items, left] = [shelf.value, itemsOn(today.value), allowed.value];
  if (!known || !items || !left) return null;
  const planned = items.filter(({ helper }) => helper !== 'skip');
  return todayOf(known, person.value, planned, inputs.value, left, length);
}

/** Today's session as it stands now. */
export const session = computed(() => sessionOf(minutes.value));

/** Whether a session was done or ended early today. @type {import('@preact/signals').ReadonlySignal<import('./records.js').Rec | null>} */
export const doneToday = computed(() => ofKind('session').find(({ body }) => body.on === today.value) ?? null);

/**
 * Changes one item as the person wants it.
 * @param {Item} item - of a plan, not of a starter week
 * @param {{dose?: Record<string, any>, on?: string, order?: number, helper?: Item['helper'], set_by?: Item['set_by'], override_note?: string | null}} set
 */
export async function changeItem(item, set) {
  if (!item.id) throw Object.assign(new Error('a starter week cannot be changed'), { code: 'no_plan' });
  await change(item.id, set);
}

/** Movements for a break from sitting that nothing of today speaks against; none while that is not known. */
export const breaks = computed(() => {
  const [known, { mobility }] = [shelf.value, person.value];
  if (!known) return [];
  const { gates, locked } = allowedNow(known, person.value, inputs.value);
  if (locked.length > 0) return [];
  return breaksFor(mobility).map((id) => movementOf(known, id)).filter((one) => !one.gates.some((gate) => gates.includes(gate)));
});
