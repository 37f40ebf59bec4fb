/** Reading a screen aloud, with a voice that is on this phone. Nothing is sent to a service that speaks. */
import { signal } from '@preact/signals';

/** True once the person has asked for it and a voice is here; set by the shell. */
export const canListen = signal(false);

/** True while a screen is being read. */
export const reading = signal(false);

/** Longer utterances are cut off by some phones' voices. */
const LONGEST = 180;
const SILENT = new Set(['SCRIPT', 'STYLE', 'SVG', 'NOSCRIPT', 'TEMPLATE']);
const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'A', 'BUTTON', 'DIV', 'DD', 'DT', 'FIELDSET', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'HEADER',
  'LABEL', 'LEGEND', 'LI', 'MAIN', 'NAV', 'OL', 'OUTPUT', 'P', 'SECTION', 'TABLE', 'TD', 'TH', 'TR', 'UL',
]);

/**
 * @typedef {object} Leaf - what is used of a DOM node
 * @property {number} nodeType - 1 an element, 3 a text
 * @property {string | null} [textContent]
 * @property {string} [tagName]
 * @property {ArrayLike<any>} [childNodes]
 * @property {boolean} [hidden]
 * @property {string} [value]
 * @property {(name: string) => string | null} [getAttribute]
 */

/**
 * What a listener hears of a part of the page, in order: texts, controls by their names with their state,
 * pictures by their description. Never what was typed into a password.
 * @param {Leaf} node
 * @returns {string[]} whole pieces, none empty
 */
export function heard(node) {
  /** @type {string[]} */
  const pieces = [''];
  walk(node, pieces);
  const said = pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter(Boolean);
  // A heading often names the group under it with the same words.
  return said.filter((piece, at) => piece !== said[at - 1]);
}

/** @param {Leaf} node @param {string[]} pieces - the last one is still open */
function walk(node, pieces) {
  if (node.nodeType === 3) {
    pieces[pieces.length - 1] += node.textContent ?? '';
    return;
  }
  if (node.nodeType !== 1 || node.hidden || told(node, 'aria-hidden') === 'true') return;
  const tag = (node.tagName ?? '').toUpperCase();
  const control = tag === 'BUTTON' || tag === 'A';
  const label = told(node, 'aria-label');
  const block = BLOCKS.has(tag);
  if (block) pieces.push('');
  if (label && (control || told(node, 'role') === 'img')) pieces.push(label, '');
  else if (!SILENT.has(tag)) {
    if (label) pieces.push(label, '');
    Array.from(node.childNodes ?? []).forEach((child) => walk(child, pieces));
  }
  const state = stateOf(node, tag);
  // Without a full stop, so that it is heard as one with the name.
  if (state) pieces[lastSaid(pieces)] += `, ${state}`;
  if (block) pieces.push('');
}

/** @param {string[]} pieces */
function lastSaid(pieces) {
  const at = pieces.findLastIndex((piece) => piece.trim());
  return at < 0 ? pieces.length - 1 : at;
}

/** @param {Leaf} node @param {string} tag */
function stateOf(node, tag) {
  if (told(node, 'aria-checked') !== null) return told(node, 'aria-checked') === 'true' ? 'on' : 'off';
  if (told(node, 'aria-pressed') === 'true') return 'chosen';
  if (told(node, 'aria-expanded') === 'true') return 'open';
  const typed = (tag === 'INPUT' && told(node, 'type') !== 'password') || tag === 'TEXTAREA';
  return typed && node.value ? node.value : '';
}

/** @param {Leaf} node @param {string} name */
const told = (node, name) => node.getAttribute?.(name) ?? null;

/**
 * The voice to use: one that speaks English on this phone itself.
 * @template {{lang: string, localService: boolean, default?: boolean}} Voice
 * @param {ReadonlyArray<Voice>} voices
 * @returns {Voice | null}
 */
export function localVoice(voices) {
  const mine = voices.filter(({ lang, localService }) => localService && /^en([-_]|$)/i.test(lang));
  return mine.find((voice) => voice.default) ?? mine[0] ?? null;
}

/**
 * Cut at the ends of sentences, else at spaces.
 * @param {string} piece
 * @returns {string[]} each at most LONGEST characters where it has spaces
 */
export function utterances(piece) {
  if (piece.length <= LONGEST) return [piece];
  const head = piece.slice(0, LONGEST);
  const at = Math.max(head.lastIndexOf('. '), head.lastIndexOf('? ')) + 1 || head.lastIndexOf(' ');
  if (at <= 0) return [piece];
  return [piece.slice(0, at).trim(), ...utterances(piece.slice(at).trim())];
}

const speech = () => globalThis.speechSynthesis ?? null;

/** @returns {SpeechSynthesisVoice | null} */
export const voiceHere = () => localVoice(speech()?.getVoices() ?? []);

/** Some phones name their voices only after a while. @param {() => unknown} tell @returns {() => void} stops telling */
export function onVoices(tell) {
  speech()?.addEventListener?.('voiceschanged', tell);
  return () => speech()?.removeEventListener?.('voiceschanged', tell);
}

/** Reads the heading and the content of the screen that is open. */
export function readScreen() {
  const voice = voiceHere();
  const parts = ['h1', '.top-note', 'main', '.foot'].flatMap((place) => [...document.querySelectorAll(place)]);
  const said = parts.flatMap((part) => heard(/** @type {any} */ (part))).flatMap(utterances);
  if (!voice || said.length === 0) return;
  speech()?.cancel();
  reading.value = true;
  said.forEach((text, at) => {
    const one = new SpeechSynthesisUtterance(text);
    one.voice = voice;
    one.lang = 'en';
    one.onerror = stopReading;
    if (at === said.length - 1) one.onend = stopReading;
    speech()?.speak(one);
  });
}

export function stopReading() {
  if (!reading.value) return;
  reading.value = false;
  speech()?.cancel();
}
