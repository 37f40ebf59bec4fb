/** What was moved over weeks and a year. */
import { computed, effect, signal } from '@preact/signals';

import { beforeAfter, easedActivities, longerHolds, onLadders, ownTarget, shown, weeksOf } from '../domain/progress.js';
import { isOwn } from '../domain/twice.js';
import { counted } from './counted.js';
import { pack } from './knowledge.js';
import { opened } from './opened.js';
import { found, readPast, recordsById } from './past.js';
import { inputs } from './plans.js';
import { profile } from './profile.js';
import { ofKind } from './records.js';
import { session } from './session.js';
import { sessions } from './sessions.js';
import { today } from './today.js';

/** As many as are whole among what is at hand. */
const WEEKS = 6;
const YEAR_DAYS = 365;
const DAY_MS = 86_400_000;

/** Sessions older than those at hand. @type {import('@preact/signals').Signal<readonly import('./records.js').Rec[]>} */
const older = signal([]);
effect(() => {
  void opened.value;
  older.value = [];
});

/** Reads the sessions of a year. */
export async function readYear() {
  const here = opened.peek();
  await readPast();
  const from = new Date(Date.parse(`${today.peek()}T12:00:00Z`) - YEAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  const recs = await recordsById(found('', { kind: 'session', from }) ?? []);
  if (opened.peek() === here) older.value = recs;
}

/** A year's sessions; those at hand as they are now. */
const yearRecs = computed(() => {
  const near = new Set(sessions.value.map(({ id }) => id));
  return [...sessions.value, ...older.value.filter(({ id }) => !near.has(id))];
});

const year = computed(() => yearRecs.value.map(({ body }) => body));

/** Weeks since the first with anything, newest first; what may be shown of them, and what to aim at. Null until the pack is there. */
export const weekly = computed(() => {
  const rule = pack('plans')?.rules.find((/** @type {any} */ one) => one.id === 'PLAN-14');
  if (!rule) return null;
  const all = weeksOf(sessions.value.map(({ body }) => body), ofKind('daily').map(({ body }) => body), today.value, WEEKS);
  const first = all.findLastIndex(({ times }) => times > 0);
  const may = shown({ mobility: profile.value.mobility ?? null, relapse: inputs.value['relapse.state'] ?? null, tiers: inputs.value['open.tiers'] ?? null }, rule.parameters);
  return { rule, weeks: all.slice(0, first + 1), minutes: may.minutes, target: may.target ? ownTarget(all, rule.parameters) : null, direction: may.target };
});

export const holds = computed(() => longerHolds(year.value, today.value));

export const steps = computed(() => onLadders(pack('plans')?.ladders ?? [], year.value, today.value));

/** Of the person's own numbers. The first three letters of an id name its kind. */
export const pains = computed(() => {
  const own = yearRecs.value.filter((rec) => isOwn(rec, session.value.account?.id ?? null)).map(({ body }) => body);
  return beforeAfter(own, (movement) => movement.slice(0, 3).toLowerCase());
});

export const eased = computed(() => easedActivities(counted.value.map(({ body }) => body), today.value));

/** Whether anything was ever moved, as far as a year goes. */
export const anything = computed(() => year.value.length > 0 || (weekly.value?.weeks.length ?? 0) > 0);
