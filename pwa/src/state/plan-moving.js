/** A day's work moved to another day of its week: two days change places, so a week stays as full as it was. */
import { itemsOf, lastDayOf, planOn } from '../domain/plan.js';
import { datesTo, tooClose, weekOf } from '../domain/plan-week.js';
import { shelf } from './plans.js';
import { change, ofKind } from './records.js';
import { today } from './today.js';

/**
 * @typedef {object} OtherDay
 * @property {string} on
 * @property {boolean} free - nothing is planned there
 * @property {boolean} close - strength would then come on two days running, so it is not offered
 */

/** @param {string} on @returns {(date: string) => import('../domain/plan.js').Item[]} what the plan of that day has for each date */
function itemsOfPlan(on) {
  const [known, plan] = [shelf.value, planOn(ofKind('plan'), on)];
  return (date) => (known && plan ? itemsOf(known, ofKind('plan_item'), plan.id, date) : []);
}

/** The days with which one may change places: of its week and its plan, from today on, with no session behind them. @param {string} on @returns {OtherDay[]} */
export function otherDays(on) {
  const [known, plan] = [shelf.value, planOn(ofKind('plan'), on)];
  const done = new Set(ofKind('session').map(({ body }) => body.on));
  if (!known || !plan || on < today.value || done.has(on)) return [];
  const of = itemsOfPlan(on);
  const every = datesTo(plan.body.started_on, lastDayOf(plan)).map((date) => ({ on: date, items: of(date) }));
  return weekOf(on)
    .filter((date) => date !== on && date >= today.value && date >= plan.body.started_on && date <= lastDayOf(plan) && !done.has(date))
    .map((date) => ({ on: date, free: of(date).length === 0, close: tooClose(known, every, on, date) }));
}

/**
 * @param {string} on @param {string} other - one of otherDays() that is not too close
 * @returns {Promise<() => Promise<void>>} takes it back, once it is stored
 */
export async function swapDays(on, other) {
  if (!otherDays(on).some((one) => one.on === other && !one.close)) throw Object.assign(new Error('no such day'), { code: 'not_allowed' });
  const of = itemsOfPlan(on);
  const moves = [...of(on).map(({ id }) => ({ id, from: on, to: other })), ...of(other).map(({ id }) => ({ id, from: other, to: on }))];
  for (const { id, to } of moves) await change(/** @type {string} */ (id), { on: to });
  return async () => {
    for (const { id, from } of moves) await change(/** @type {string} */ (id), { on: from });
  };
}
