/** What the diary shows over time: series from this phone, patterns from the server. Worked out when it is looked at. */
import { computed, effect, signal } from '@preact/signals';

import { call } from '../data/api.js';
import { isCounted } from '../domain/confirmed.js';
import { placeInDays } from '../domain/outline.js';
import { medicineChanges, newAids } from '../domain/trends/changes.js';
import { dayNumber, diaryOf, lastDays, SPAN_DAYS, written } from '../domain/trends/diary.js';
import { activities, movedBy } from '../domain/trends/doing.js';
import { goodNews, wholeWeeks } from '../domain/trends/good-news.js';
import { injections, secondDays } from '../domain/trends/injections.js';
import { band, painDays, spells } from '../domain/trends/pain.js';
import { places, sides } from '../domain/trends/places.js';
import { pointsOf } from '../domain/trends/points.js';
import { relief } from '../domain/trends/relief.js';
import { bowel, spasms } from '../domain/trends/strips.js';
import { touch } from '../domain/trends/touch.js';
import { wordsUsed } from '../domain/trends/words.js';
import { vocabulary } from './content.js';
import { owner } from './counted.js';
import { draft } from './drafts.js';
import { opened, since } from './opened.js';
import { allDays, pastChanged, readPast } from './past.js';
import { ofKind } from './records.js';
import { session } from './session.js';
import { today } from './today.js';
import { older, readOlder } from './trends-past.js';

/** @typedef {import('../domain/overlay.js').Rec} Rec */
/** @typedef {import('../domain/trends/diary.js').Body} Body */

/**
 * @typedef {object} Pattern
 * @property {string} rule
 * @property {string} comparison
 * @property {string} sentence
 * @property {string} note
 * @property {number} n - so many weeks or times went this way
 * @property {number} of
 * @property {number} marked - days
 * @property {number} others - days
 * @property {[number, number]} range - in points
 * @property {string} from
 * @property {string} to
 * @property {string[]} sources
 *
 * @typedef {{on: string, patterns: Pattern[], none: string | null}} Told
 */

/** As far back as any answer of the server goes. */
const DAYS_MOST = 3660;
/** Of patterns alone, which look back half a year whatever is asked for. */
const LEAST_DAYS = 7;

/** How far back the charts go. @type {import('@preact/signals').Signal<'7' | '30' | '90' | 'all'>} */
export const reach = signal('30');

/** Whether the first day of the diary is known. */
const outlined = signal(false);
effect(() => {
  void opened.value;
  outlined.value = false;
});

/** The first day of the diary, as far as it was read. */
const firstDay = computed(() => allDays.value?.map(([on]) => on).reduce((a, b) => (a < b ? a : b), today.value) ?? today.value);

const days = computed(() => {
  if (reach.value !== 'all') return Number(reach.value);
  const all = /** @type {number} */ (dayNumber(today.value)) - /** @type {number} */ (dayNumber(firstDay.value)) + 1;
  return Math.min(DAYS_MOST, Math.max(LEAST_DAYS, all));
});

/** The days that are looked at. */
export const span = computed(() => lastDays(today.value, days.value));

/** Whether everything these days hold was read; until then the outline stands for it, or what is at hand. */
export const whole = computed(() => {
  const from = written(span.value.first);
  if (reach.value === 'all' && !outlined.value) return false;
  return from >= since.value || (older.value !== null && older.value.whole && older.value.from <= from);
});

/** Reads what lies further back than is at hand: also entries that began earlier and go on. @returns {Promise<void>} */
export async function readTrends() {
  const here = opened.peek();
  if (!here) return;
  if (reach.peek() === 'all') {
    await readPast();
    if (opened.peek() === here) outlined.value = true;
  }
  const from = written(span.peek().first - SPAN_DAYS);
  if (opened.peek() === here && from < since.peek()) await readOlder(from);
}

/** Changes where something has to be read: another reach, another day, something written. */
export const trendsChanged = computed(() => [reach.value, pastChanged.value, owner.value, today.value].join());

/** Symptoms of before are sorted already. @param {string} kind @returns {Body[]} */
function bodiesOf(kind) {
  const near = ofKind(kind).filter((rec) => placeInDays(rec) >= since.value && (kind !== 'symptom' || isCounted(rec, owner.value)));
  return [...near.map(({ body }) => body), ...older.value?.kinds.get(kind) ?? []];
}

/** What ids are called in a sentence. */
const words = computed(() => {
  const { regions = [], words: chosen = [], reliefs = [] } = vocabulary.value;
  const own = ofKind('custom').map(({ id, body }) => [id, body.label]);
  return {
    labels: Object.fromEntries([...[...regions, ...chosen, ...reliefs].map(({ id, label }) => [id, label]), ...own]),
    families: Object.fromEntries(chosen.map(({ id, family }) => [id, family])),
  };
});

/** Kinds that charts are drawn from. */
const KINDS = ['symptom', 'dose', 'session', 'daily', 'event', 'profile'];

const diary = computed(() => diaryOf(
  Object.fromEntries(KINDS.map((kind) => [kind, bodiesOf(kind)])),
  Object.fromEntries(ofKind('medicine').map(({ id, body }) => [id, body])), today.value, words.value, older.value?.symptoms));

/** @template T @param {(one: import('../domain/trends/diary.js').Diary, days: import('../domain/trends/diary.js').Span) => T} rule */
const over = (rule) => computed(() => rule(diary.value, span.value));

/** Each is worked out once it is shown. */
export const series = {
  pain: over(painDays), band: over(band), spells: over(spells), places: over(places), sides: over(sides), words: over(wordsUsed),
  relief: over(relief), injections: over(injections), secondDays: over(secondDays), activities: over(activities), moved: over(movedBy),
  touch: over(touch), aids: over(newAids), medicines: over(medicineChanges), spasms: over(spasms), bowel: over(bowel),
  news: over((its, days) => goodNews(its, wholeWeeks(days))),
};

/** Whether anything is told of injections, medicines or aids. */
export const anyChange = computed(() => [series.injections, series.medicines, series.aids, series.bowel].some((one) => one.value.of > 0));

/** Whether pain of this diary is marked private. */
export const holdsPrivate = computed(() => diary.value.pains.some(([, body]) => body.private === true));

export const points = computed(() => pointsOf(series.pain.value.rows, span.value));

/** The last answer about patterns: it stays on this phone, with the diary. @type {import('@preact/signals').Signal<Told | null>} */
export const patterns = draft('patterns');

/** Asks the server for patterns. Without it the last answer stays. @returns {Promise<void>} */
export async function askPatterns() {
  const here = opened.peek();
  if (!here || session.peek().mode !== 'account' || session.peek().space !== here.space) return;
  const { on, patterns: found, none } = await call('GET', `people/${here.space}/insights?days=${LEAST_DAYS}`);
  if (opened.peek() === here) patterns.value = { on, patterns: found, none };
}
