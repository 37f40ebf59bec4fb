/** The entries behind charts that go further back than what is at hand: read once, in slices, and first told from the outline. */
import { effect, signal } from '@preact/signals';

import { slicesOf } from '../data/by-days.js';
import { outlined } from '../domain/trends/outlined.js';
import { owner } from './counted.js';
import { opened, since } from './opened.js';
import { outlineNow, pastChanged } from './past.js';

/** @typedef {{kind: string, body: Record<string, any>, author: {account: string} | null}} Told */

/**
 * @typedef {object} Older
 * @property {string} from - the first day
 * @property {string} until - not one of them
 * @property {number} at - of how many changes of the diary it knows
 * @property {boolean} whole - false: a first look, by the outline
 * @property {ReadonlyMap<string, readonly Told[]>} kinds
 */

/** What charts are drawn from. */
const KINDS = ['symptom', 'dose', 'session', 'daily'];
/** So many parts of the outline are told in one go. */
const PARTS = 40;

/** @type {import('@preact/signals').Signal<Older | null>} */
export const older = signal(null);

/** What is being read. @type {Omit<Older, 'kinds' | 'whole'> | null} */
let reading = null;

effect(() => {
  void opened.value;
  older.value = reading = null;
});

/** Whether it holds all that is asked for, as the diary is now. @param {Omit<Older, 'kinds' | 'whole'> | null} one @param {Omit<Older, 'kinds' | 'whole'>} asked */
const covers = (one, { from, until, at }) => one !== null && one.from <= from && one.until >= until && one.at === at;

const breath = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * Reads what lies before the records at hand, unless that was done and nothing changed since.
 * @param {string} from - a date
 * @returns {Promise<void>}
 */
export async function readOlder(from) {
  const here = opened.peek();
  const asked = { from, until: since.peek(), at: pastChanged.peek() };
  if (!here || covers(reading, asked) || (older.peek()?.whole && covers(older.peek(), asked))) return;
  reading = asked;
  const goesOn = () => reading === asked && opened.peek() === here;
  try {
    if (!older.peek() || (older.peek()?.from ?? '') > from) await firstLook(asked, goesOn);
    const kinds = none();
    for await (const slice of slicesOf(here.db, here.space, from, asked.until)) {
      if (!goesOn()) return;
      for (const { kind, body, author } of slice) kinds.get(kind)?.push({ kind, body, author });
    }
    if (goesOn()) older.value = { ...asked, whole: true, kinds };
  } finally {
    if (reading === asked) reading = null;
  }
}

/** @returns {Map<string, Told[]>} */
const none = () => new Map(KINDS.map((kind) => [kind, []]));

/** What the outline says stands for it until it is read. @param {Omit<Older, 'kinds' | 'whole'>} asked @param {() => boolean} goesOn */
async function firstLook(asked, goesOn) {
  const parts = outlineNow();
  if (parts.length === 0) return;
  const kinds = none();
  const symptoms = /** @type {Told[]} */ (kinds.get('symptom'));
  for (let first = 0; first < parts.length; first += PARTS) {
    for (const { text } of parts.slice(first, first + PARTS)) for (const one of outlined(text, owner.peek(), asked.until)) symptoms.push(one);
    await breath();
    if (!goesOn()) return;
  }
  older.value = { ...asked, whole: false, kinds };
}
