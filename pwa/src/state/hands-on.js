/** Whom a therapist has taught the hands-on moves for, as the one who helps says. Stays with the diary of this phone; never a record, never sent. */
import { draft } from './drafts.js';

const kept = draft('hands-on');

/** @param {string} space - of the person who is helped */
export const shownFor = (space) => kept.value?.[space] === true;

/** @param {string} space @param {boolean} on */
export function setShownFor(space, on) {
  const { [space]: _, ...others } = kept.peek() ?? {};
  const next = on ? { ...others, [space]: true } : others;
  kept.value = Object.keys(next).length > 0 ? next : null;
}
