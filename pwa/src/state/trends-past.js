/** The entries behind charts that go further back than what is at hand: read once, in slices, and first told from the outline. */
import { effect, signal } from '@preact/signals';

import { slicesOf } from '../data/by-days.js';
import { isCounted } from '../domain/confirmed.js';
import { dayNumber, gather, nothing } from '../domain/trends/diary.js';
import { outlined } from '../domain/trends/outlined.js';
import { owner } from './counted.js';
import { opened, since } from './opened.js';
import { outlineNow, pastChanged } from './past.js';
import { today } from './today.js';

/** @typedef {import('../domain/trends/diary.js').Body} Body */

/**
 * @typedef {object} Asked
 * @property {string} from - the first day
 * @property {string} until - not one of them
 * @property {number} at - so many changes of the diary are in it
 * @property {string | null | undefined} owner - account
 * @property {string} on - today
 *
 * @typedef {object} Read
 * @property {import('../domain/trends/diary.js').Gathered} symptoms - sorted as they come, so that no task is long
 * @property {ReadonlyMap<string, Body[]>} kinds - the others
 *
 * @typedef {Asked & Read & {whole: boolean}} Older - whole: false for a first look, by the outline
 */

/** What charts are drawn from, beside symptoms. */
const KINDS = ['dose', 'session', 'daily'];
/** So many parts of the outline are told in one go. */
const PARTS = 20;

/** @type {import('@preact/signals').Signal<Older | null>} */
export const older = signal(null);

/** What is being read. @type {Asked | null} */
let reading = null;

effect(() => {
  void opened.value;
  older.value = reading = null;
});

/** Whether it holds all that is asked for, as the diary is now. @param {Asked | null} one @param {Asked} asked */
const covers = (one, { from, until, at, owner: whose, on }) => (
  one !== null && one.from <= from && one.until >= until && one.at === at && one.owner === whose && one.on === on);

const breath = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * Reads what lies before the records at hand, unless that was done and nothing changed since.
 * @param {string} from - a date
 * @returns {Promise<void>}
 */
export async function readOlder(from) {
  const here = opened.peek();
  const asked = { from, until: since.peek(), at: pastChanged.peek(), owner: owner.peek(), on: today.peek() };
  if (!here || covers(reading, asked) || (older.peek()?.whole && covers(older.peek(), asked))) return;
  reading = asked;
  const goesOn = () => reading === asked && opened.peek() === here;
  try {
    if (!older.peek() || (older.peek()?.from ?? '') > from) await firstLook(asked, goesOn);
    const read = none();
    for await (const slice of slicesOf(here.db, here.space, from, asked.until)) {
      if (!goesOn()) return;
      for (const { kind, body } of slice) read.kinds.get(kind)?.push(body);
      take(read, slice.filter((one) => one.kind === 'symptom' && isCounted(one, asked.owner)), asked);
    }
    if (goesOn()) older.value = { ...asked, ...read, whole: true };
  } finally {
    if (reading === asked) reading = null;
  }
}

/** @returns {Read} */
const none = () => ({ symptoms: nothing(), kinds: new Map(KINDS.map((kind) => [kind, []])) });

/** @param {Read} read @param {readonly {body: Body}[]} recs @param {Asked} asked */
const take = ({ symptoms }, recs, { on }) => gather(symptoms, recs.map(({ body }) => body), /** @type {number} */ (dayNumber(on)));

/** What the outline says stands for it until it is read. @param {Asked} asked @param {() => boolean} goesOn */
async function firstLook(asked, goesOn) {
  const parts = outlineNow();
  if (parts.length === 0) return;
  const read = none();
  for (let first = 0; first < parts.length; first += PARTS) {
    for (const { text } of parts.slice(first, first + PARTS)) take(read, outlined(text, asked.owner, asked.until), asked);
    await breath();
    if (!goesOn()) return;
  }
  older.value = { ...asked, ...read, whole: false };
}
