/**
 * How the app looks and behaves. Read before the first paint, hence in localStorage; kept in the record
 * `preference` too, so that every device of one person looks alike.
 */
import { batch, computed, effect, signal, untracked } from '@preact/signals';

import { opened } from './opened.js';
import { put, theOne } from './records.js';
import { formerly } from './who.js';

const KEY = 'limber-look';
const FIELDS = /** @type {const} */ ({
  theme: 'theme', contrast: 'contrast', textSize: 'text_size', targets: 'targets', hand: 'hand', simple: 'simple_mode',
});
/** The first of each is what holds while nothing was chosen. @type {Record<keyof typeof FIELDS, ReadonlyArray<any>>} */
const VALUES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'normal', 'high'],
  textSize: [100, 125, 150, 200],
  targets: ['normal', 'large'],
  hand: ['right', 'left'],
  simple: [false, true],
};

/** @typedef {keyof typeof FIELDS} Choice */

const CHOICES = /** @type {Choice[]} */ (Object.keys(FIELDS));
const kept = readKept();

/** @param {Choice} name @returns {any} */
const first = (name) => (VALUES[name].includes(kept[name]) ? kept[name] : VALUES[name][0]);

/** @type {import('@preact/signals').Signal<'system' | 'light' | 'dark'>} */
export const theme = signal(first('theme'));

/** @type {import('@preact/signals').Signal<'system' | 'normal' | 'high'>} */
export const contrast = signal(first('contrast'));

/** In per cent. @type {import('@preact/signals').Signal<100 | 125 | 150 | 200>} */
export const textSize = signal(first('textSize'));

/** Large: what logs is 20 mm high. @type {import('@preact/signals').Signal<'normal' | 'large'>} */
export const targets = signal(first('targets'));

/** @type {import('@preact/signals').Signal<'left' | 'right'>} */
export const hand = signal(first('hand'));

/** Only Today, Log and Help. @type {import('@preact/signals').Signal<boolean>} */
export const simple = signal(first('simple'));

/** Whether a therapist has shown the person and their helper the hands-on moves. This phone only. */
export const shownByTherapist = signal(kept.shownByTherapist === true);

/** Whether screens offer to be read aloud. This phone only, since voices belong to it. */
export const aloud = signal(kept.aloud === true);

/** Whether sessions of the two days after an injection are lighter, as the person chose. */
export const lighterAfterInjection = computed(() => theOne('preference')?.body.lighter_after_injection === true);

/** @param {boolean} on @returns {Promise<string>} the record's id, once it is stored */
export const chooseLighter = (on) => put('preference', {}, { lighter_after_injection: on });

/** Whose look it is; null while nobody's diary has been open with it. */
const owner = signal(/** @type {string | null} */ (typeof kept.space === 'string' ? kept.space : null));

/** @type {Record<Choice, import('@preact/signals').Signal<any>>} */
const SIGNALS = { theme, contrast, textSize, targets, hand, simple };

/** Chosen while no diary was open: they belong to whoever comes next. @type {Set<Choice>} */
const outside = new Set();
let saving = 0;
/** @type {Record<string, unknown> | null} */
let before = null;

effect(() => {
  const look = Object.fromEntries(CHOICES.map((name) => [name, SIGNALS[name].value]));
  const whole = { ...look, shownByTherapist: shownByTherapist.value, aloud: aloud.value, space: owner.value };
  show(look);
  if (before && !opened.peek()) CHOICES.filter((name) => look[name] !== before?.[name]).forEach((name) => outside.add(name));
  before = look;
  try {
    localStorage.setItem(KEY, JSON.stringify(whole));
  } catch {
    // Closed or full storage: the look holds until the page is left.
  }
});

effect(() => {
  const space = opened.value?.space;
  if (!space) return;
  const body = theOne('preference')?.body;
  untracked(() => batch(() => {
    takeOver(space);
    if (saving === 0) apply(body);
  }));
});

/**
 * Shows a choice at once, and keeps it for this person's devices.
 * @param {Choice} name
 * @param {unknown} value - one of the choice's own
 * @returns {Promise<void>} when it is stored
 */
export async function choose(name, value) {
  if (!VALUES[name].includes(value)) return;
  SIGNALS[name].value = value;
  if (!opened.peek()) return;
  saving += 1;
  try {
    await put('preference', {}, { ...chosenEarlier(), [FIELDS[name]]: value });
  } finally {
    saving -= 1;
  }
  if (saving === 0) apply(theOne('preference')?.body);
}

/** What was chosen before there was a record to keep it. */
function chosenEarlier() {
  const body = theOne('preference')?.body ?? {};
  return Object.fromEntries(CHOICES
    .filter((name) => (body[FIELDS[name]] ?? null) === null && SIGNALS[name].peek() !== VALUES[name][0])
    .map((name) => [FIELDS[name], SIGNALS[name].peek()]));
}

/** Another person's diary on this phone begins with no look of the last one's. @param {string} space */
function takeOver(space) {
  if (owner.peek() !== null && owner.peek() !== space && owner.peek() !== formerly(space)) {
    CHOICES.filter((name) => !outside.has(name)).forEach((name) => { SIGNALS[name].value = VALUES[name][0]; });
    shownByTherapist.value = aloud.value = false;
  }
  outside.clear();
  owner.value = space;
}

/** @param {Record<string, any> | undefined} body */
function apply(body) {
  for (const name of CHOICES) if (VALUES[name].includes(body?.[FIELDS[name]])) SIGNALS[name].value = body?.[FIELDS[name]];
}

/** The same marks as ui/early-theme.js sets. @param {Record<string, any>} look */
function show(look) {
  const root = globalThis.document?.documentElement;
  if (!root) return;
  const marks = {
    theme: look.theme === 'system' ? null : look.theme,
    contrast: look.contrast === 'system' ? null : look.contrast,
    text: look.textSize === 100 ? null : String(look.textSize),
    targets: look.targets === 'large' ? 'large' : null,
    hand: look.hand === 'left' ? 'left' : null,
  };
  for (const [name, mark] of Object.entries(marks)) {
    if (mark === null) delete root.dataset[name];
    else root.dataset[name] = mark;
  }
}

/** @returns {Record<string, any>} */
function readKept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
