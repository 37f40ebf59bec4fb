/** What a person changes of their plan: one day of a movement, or all such days; each with its way back. */
import { computed } from '@preact/signals';

import { itemsOf, lastDayOf, planOn } from '../domain/plan.js';
import { datesTo } from '../domain/plan-week.js';
import { isMore } from '../domain/plan-words.js';
import { allowed } from '../domain/planner/allowed.js';
import { doseOf } from '../domain/planner/dose.js';
import { changeItem, inputs, person, shelf } from './plans.js';
import { change, ofKind, recordOf } from './records.js';
import { today } from './today.js';

/** @typedef {import('../domain/plan.js').Item} Item */

/** Nothing else of an item is ever written here. */
const FIELDS = new Set(['dose', 'on', 'order', 'set_by', 'override_note', 'helper']);

/**
 * What may be done as things stand, whether it is wanted or not; null until the packs are there. A message that is open
 * stops sessions, not plans.
 */
export const mayDo = computed(() => {
  const known = shelf.value;
  return known ? allowed(known, { ...person.value, leftOut: new Set() }, { ...inputs.value, 'open.tiers': null }) : null;
});

/** Whether no gate and no rule speaks against an item as it is planned. @param {Item} item */
export const mayHave = ({ dose }) => Boolean(mayDo.value?.choices.get(dose.movement)?.positions.includes(dose.position));

/** The same movement in the same position, from today to the end of its plan. @param {Item} item @returns {Item[]} itself among them */
export function suchDays(item) {
  const [known, its] = [shelf.value, planOn(ofKind('plan'), item.on)];
  if (!known || !its || !item.id) return [];
  const from = item.on < today.value ? item.on : today.value;
  return datesTo(from, lastDayOf(its)).flatMap((on) => itemsOf(known, ofKind('plan_item'), its.id, on))
    .filter(({ dose }) => dose.movement === item.dose.movement && dose.position === item.dose.position);
}

/**
 * Less is free. More needs a word why and no rule against it, and so does what was left out and comes back.
 * @param {Item} item
 * @param {Parameters<typeof changeItem>[1]} set
 */
export function mayChange(item, { dose, helper, override_note }) {
  const movement = shelf.value?.movements.get(dose?.movement ?? item.dose.movement);
  if (!movement || movement.id !== item.dose.movement || (dose && dose.position_variant !== item.dose.position)) return false;
  const more = dose && isMore(doseOf(dose, movement), item.dose);
  const back = item.helper === 'skip' && helper && helper !== 'skip';
  return !(more && !override_note) && !((more || back) && !mayHave(item));
}

/**
 * @param {readonly Item[]} items - of a plan, not of a starter week
 * @param {Parameters<typeof changeItem>[1]} set - the same for each
 * @returns {Promise<() => Promise<void>>} takes it back, once it is stored
 */
export async function changeItems(items, set) {
  const names = Object.keys(set);
  if (names.some((name) => !FIELDS.has(name)) || items.some((item) => !mayChange(item, set))) {
    throw Object.assign(new Error('no such change of a plan'), { code: 'not_allowed' });
  }
  const before = items.map(({ id }) => {
    const body = recordOf(id)?.body ?? {};
    return { id: /** @type {string} */ (id), was: Object.fromEntries(names.map((name) => [name, body[name] ?? null])) };
  });
  for (const item of items) await changeItem(item, set);
  return async () => {
    for (const { id, was } of before) await change(id, was);
  };
}
