/** Today's plan of somebody who shares it, for whoever lends a hand: from what is granted alone. Pure. */
import { begun, stoppedEarly } from '../../domain/moved.js';
import { itemsOf, planOn } from '../../domain/plan.js';
import { movementOf } from '../../domain/planner/shelf.js';

/**
 * @typedef {import('../../domain/overlay.js').Rec} Rec
 * @typedef {import('../../domain/plan.js').Item} Item
 *
 * @typedef {object} PlanRow - one movement of today
 * @property {string} movement - its id
 * @property {string} name
 * @property {string[]} places - ids of positions, each once
 * @property {Item['helper']} helper - hand where any of its turns needs one
 * @property {import('../../domain/movement.js').Helping | null} help - how to lend that hand; null where nobody is asked to
 *
 * @typedef {{state: 'planned' | 'done' | 'stopped', rows: PlanRow[]}} PlanDay - once it was done or ended, it has no rows
 */

/** What a turn asks for, the most first. @type {Item['helper'][]} */
const ASKS = ['hand', 'alone', 'skip'];

/**
 * @param {import('../../domain/planner/shelf.js').Shelf} shelf
 * @param {readonly Rec[]} records - every record of the person that this share shows
 * @param {{read: readonly string[], today: string}} reading - granted scopes; the person's own day
 * @returns {PlanDay | null} null where there is nothing to tell, or nothing may be told
 */
export function planToday(shelf, records, { read, today }) {
  // A second lock: what the server should not have sent is not shown either.
  if (!read.includes('exercise')) return null;
  const of = (/** @type {string} */ kind) => records.filter((one) => one.kind === kind && !one.deleted);
  const sessions = of('session').filter(({ body }) => body.on === today && begun(body).length > 0);
  if (sessions.some(({ body }) => !stoppedEarly(body))) return { state: 'done', rows: [] };
  if (sessions.length > 0) return { state: 'stopped', rows: [] };
  const plan = planOn(of('plan'), today);
  const rows = plan ? rowsOf(shelf, itemsOf(shelf, of('plan_item'), plan.id, today)) : [];
  return rows.length > 0 ? { state: 'planned', rows } : null;
}

/**
 * "4 movements. Ada wants a hand with one of them."
 * @param {readonly PlanRow[]} rows @param {string} name
 */
export function handsWords(rows, name) {
  const count = (/** @type {PlanRow['helper']} */ asked) => rows.filter(({ helper }) => helper === asked).length;
  const [all, hand] = [rows.length - count('skip'), count('hand')];
  const moves = all === 1 ? '1 movement.' : `${all} movements.`;
  if (hand === 0) return `${moves} No hand is needed.`;
  return all === 1 ? `${moves} ${name} wants a hand with it.` : `${moves} ${name} wants a hand with ${hand === all ? 'all' : hand === 1 ? 'one' : hand} of them.`;
}

/** Each movement once: one may be done seated in a short session and lying in a long one. @param {import('../../domain/planner/shelf.js').Shelf} shelf @param {Item[]} items @returns {PlanRow[]} */
function rowsOf(shelf, items) {
  const names = [...new Set(items.map(({ dose }) => dose.movement))];
  return names.map((name) => {
    const turns = items.filter(({ dose }) => dose.movement === name);
    const movement = movementOf(shelf, name);
    const helper = ASKS.find((ask) => turns.some((one) => one.helper === ask)) ?? 'alone';
    const places = [...new Set(turns.filter((one) => one.helper === helper).map(({ dose }) => dose.position))];
    return { movement: name, name: movement.name, places, helper, help: helper === 'hand' ? movement.helper : null };
  });
}
