/** How much of a movement, in words: "8 times, each side", "hold 20 seconds, 2 times, each side", "5 minutes", "6 slow breaths". Pure. */
import { first } from './planner/dose.js';

/**
 * @typedef {import('./planner/dose.js').Dose} Dose
 * @typedef {import('./movement.js').Movement} Movement
 */

/** @type {Record<string, string>} */
const SIDES = { each: 'each side', both: 'both sides', left: 'left side', right: 'right side', middle: 'in the middle' };

/** @param {number} count @param {string} one @returns {string} "1 minute", "2 minutes" */
export const counted = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** @param {number} count */
const times = (count) => (count === 1 ? 'once' : `${count} times`);

/**
 * A dose in words, without a capital.
 * @param {Dose} dose - minutes, seconds of a hold, repetitions, sets
 * @param {Movement | null} [movement] - says whether repetitions are breaths
 * @returns {string} empty for a dose that counts nothing
 */
export function doseWords(dose, movement = null) {
  const once = onceWords(dose, movement?.dose ?? {});
  const side = dose.sides ? SIDES[dose.sides] ?? '' : '';
  const sets = dose.sets > 1 ? setWords(dose) : '';
  return [...once, side, sets].filter(Boolean).join(', ');
}

/** @param {Dose} dose @param {Partial<Movement['dose']>} told @returns {string[]} */
function onceWords({ minutes, hold_s, reps }, { breaths, seconds, still }) {
  if (minutes !== null) return [counted(minutes, 'minute')];
  if (breaths && reps !== null) return [counted(reps, 'slow breath')];
  const hold = hold_s ? [`${seconds && !still ? '' : 'hold '}${counted(hold_s, 'second')}`] : [];
  if (reps === null || (hold_s && reps === 1)) return hold;
  return [...hold, times(reps)];
}

/** @param {Dose} dose */
function setWords({ sets, rest_s }) {
  const rest = rest_s > 0 ? ` with a rest of ${rest_s % 60 === 0 ? counted(rest_s / 60, 'minute') : counted(rest_s, 'second')}` : '';
  return `${counted(sets, 'round')}${rest}`;
}

/** What counts in a dose, in the order it may be asked: its name in the record, its words, and how far a tap goes. */
const PARTS = /** @type {const} */ ({
  minutes: { one: 'minute', label: 'Minutes', step: 1, least: 1, most: 60 },
  hold_s: { one: 'second', label: 'Seconds to hold', step: 5, least: 3, most: 120 },
  reps: { one: 'time', label: 'Times', step: 1, least: 1, most: 30 },
  sets: { one: 'round', label: 'Rounds', step: 1, least: 1, most: 5 },
});

/** @typedef {keyof typeof PARTS} Part */

/**
 * What of a dose can be made less or more.
 * @param {Dose} dose
 * @param {Movement | null} [movement]
 * @param {{all?: boolean}} [how] - all: also more than the one round it has
 * @returns {{part: Part, one: string, label: string, step: number, least: number, most: number, value: number}[]}
 */
export function partsOf(dose, movement = null, { all = false } = {}) {
  const breaths = Boolean(movement?.dose.breaths);
  const names = /** @type {Part[]} */ (dose.minutes !== null ? ['minutes', 'sets'] : [...(dose.hold_s && !breaths ? ['hold_s'] : []), 'reps', 'sets']);
  return names.flatMap((part) => {
    const value = dose[part];
    if (value === null || (part === 'sets' && value === 1 && !all)) return [];
    return [{ part, ...PARTS[part], ...(breaths && part === 'reps' ? { one: 'slow breath', label: 'Slow breaths' } : {}), value }];
  });
}

/** Whether any part of a dose asks for more than another of the same movement. @param {Dose} next @param {Dose} before */
export const isMore = (next, before) => /** @type {Part[]} */ (['minutes', 'hold_s', 'reps', 'sets']).some((part) => (next[part] ?? 0) > (before[part] ?? 0));

/** A dose as a record stores it; rests come from the pack. @param {Dose} dose @returns {Record<string, any>} */
export function doseBody({ movement, position, reps, hold_s, sets, minutes, sides }) {
  const body = { movement, position_variant: position, reps, hold_s, sets, minutes, sides };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** Where everybody starts with a movement, in words. @param {Movement} movement @param {string} position */
export const firstWords = (movement, position) => doseWords(first(movement, position), movement);
