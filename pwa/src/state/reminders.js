/** The person's own reminders: kept in their preferences, shown inside the app, never sent as a push. */
import { computed, signal } from '@preact/signals';

import { randomId } from '../data/chance.js';
import { dueReminder } from '../domain/reminder.js';
import { nowParts } from '../domain/time.js';
import { draft } from './drafts.js';
import { put, theOne } from './records.js';

/** @typedef {import('../domain/reminder.js').Reminder} Reminder */

const LOOK_MS = 20_000;
/** Later than any time of a day. */
const DAY_END = '24:00';

const preference = computed(() => theOne('preference')?.body ?? {});

/** In the order of the day. @type {import('@preact/signals').ReadonlySignal<Reminder[]>} */
export const reminders = computed(() => [...(preference.value.reminders ?? [])]
  .sort((a, b) => String(a.time ?? '').localeCompare(String(b.time ?? ''))));

/** Those that are switched on and have a time. */
export const active = computed(() => reminders.value.filter(({ on, time }) => on !== false && time));

/** @type {import('@preact/signals').ReadonlySignal<{from: string, to: string} | null>} */
export const quietHours = computed(() => preference.value.quiet_hours ?? null);

/** The first date on which reminders come again. @type {import('@preact/signals').ReadonlySignal<string | null>} */
export const pausedUntil = computed(() => preference.value.paused_until ?? null);

/** What was answered today, on this phone: {on, until}. */
const handled = draft('reminders');
const clock = signal(read());

/** The one reminder to show now, or null. */
export const due = computed(() => dueReminder(active.value, clock.value, {
  handled: handled.value, quiet: quietHours.value, pausedUntil: pausedUntil.value,
}));

/** The reminder has done its work; a later one of today still comes. @param {Reminder} reminder */
export function done({ time }) {
  handled.value = { on: clock.peek().on, until: time ?? DAY_END };
}

/** No more today. @returns {() => void} takes it back */
export function notToday() {
  const before = handled.peek();
  handled.value = { on: clock.peek().on, until: DAY_END };
  return () => { handled.value = before; };
}

/** @param {string} time - HH:MM @param {{every: number, until: string}} [again] @returns {Promise<string>} the new one's id */
export async function addReminder(time, again) {
  const id = randomId();
  await keep([...reminders.peek(), { id, time, on: true, ...again }]);
  return id;
}

/** @param {string} id @param {Partial<Reminder>} set */
export async function changeReminder(id, set) {
  await keep(reminders.peek().map((one) => (one.id === id ? { ...one, ...set } : one)));
}

/** @param {string} id @returns {Promise<() => Promise<void>>} brings it back */
export async function removeReminder(id) {
  const gone = reminders.peek().find((one) => one.id === id);
  await keep(reminders.peek().filter((one) => one.id !== id));
  return async () => { if (gone) await keep([...reminders.peek().filter((one) => one.id !== id), gone]); };
}

/** @param {{from: string, to: string} | null} hours */
export async function setQuiet(hours) {
  await put('preference', {}, { quiet_hours: hours });
}

/** @param {string | null} until - a date; null lets them come again */
export async function pauseUntil(until) {
  await put('preference', {}, { paused_until: until });
}

/** @param {Reminder[]} list */
async function keep(list) {
  await put('preference', {}, { reminders: list });
}

/** The clock as it is on this phone's wall. */
function read() {
  const { at, on } = nowParts();
  return { on, time: at.slice(11, 16) };
}

export function lookAtTheClock() {
  const now = read();
  if (now.on !== clock.peek().on || now.time !== clock.peek().time) clock.value = now;
}

const timer = /** @type {any} */ (setInterval(lookAtTheClock, LOOK_MS));
timer.unref?.();
globalThis.document?.addEventListener('visibilitychange', lookAtTheClock);
