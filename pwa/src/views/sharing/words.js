/** The sentences of sharing: who sees what, and until when. Pure. */

import { dateWords, listWords, localDay } from '../people/when.js';

/**
 * @typedef {object} Share
 * @property {string} id
 * @property {string} label
 * @property {{id: string, display_name: string} | null} caregiver
 * @property {string[]} read
 * @property {string[]} write
 * @property {string | null} until
 * @property {'offered' | 'accepted' | 'active' | 'paused' | 'ended'} state
 * @property {string} [offered_at]
 * @property {string} [expires_at]
 */

/** Each scope inside a sentence, in the order a sentence names them. */
const NOUNS = /** @type {[string, string][]} */ ([
  ['symptoms', 'pain'], ['exercise', 'today’s plan'], ['daily', 'energy and sleep'], ['medicines', 'medicines'],
  ['medicine_names', 'medicine names'], ['mood', 'mood'], ['notes', 'notes'], ['intimate', 'bladder, bowel and sexual health'],
  ['appointments', 'appointments'], ['observations', 'what others noticed'], ['safety', 'safety messages'],
  ['contacts', 'the help card'], ['profile', 'about you'],
]);

/** What people most want to know is kept: named while it is not granted. */
const NAMED_WHEN_HIDDEN = ['symptoms', 'exercise', 'medicines', 'mood', 'notes', 'intimate'];
const HIDDEN_AT_MOST = 3;

/** @param {readonly string[]} read @returns {string[]} what these scopes show, as a sentence names it */
export const nounsOf = (read) => NOUNS.filter(([scope]) => read.includes(scope)).map(([, noun]) => noun);

/** @param {string} name @param {string[]} read @returns {string} "Daniel sees pain and today’s plan." */
export function seesWords(name, read) {
  const nouns = nounsOf(read);
  return nouns.length ? `${name} sees ${listWords(nouns)}.` : `${name} sees nothing now.`;
}

/** @param {string} name @param {string[]} read @returns {string} empty when nothing is left to name */
export function hiddenWords(name, read) {
  const nouns = NAMED_WHEN_HIDDEN.filter((scope) => !read.includes(scope))
    .map((scope) => NOUNS.find(([id]) => id === scope)?.[1] ?? scope);
  return nouns.length ? `${name} does not see ${listWords(nouns.slice(0, HIDDEN_AT_MOST), 'or')}.` : '';
}

/** @param {string[]} read @returns {string} "Pain, today’s plan" */
export function readWords(read) {
  const text = nounsOf(read).join(', ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : 'Nothing';
}

/** @param {string | null} until @param {Date} now */
export function untilWords(until, now) {
  return until ? `Until ${dateWords(until, localDay(now))}` : 'No end date';
}

/** One line for a share in the list. @param {Share} share @param {Date} now */
export function stateWords(share, now) {
  const { label: name, state } = share;
  if (state === 'offered') {
    const over = share.expires_at && new Date(share.expires_at) <= now;
    return over ? 'The code has run out. Invite again when you like.' : `Waiting for ${name} to use the code.`;
  }
  if (state === 'accepted') return `${name} has used the code. Is this right?`;
  if (state === 'paused') return `Paused. ${name} sees nothing now.`;
  return seesWords(name, share.read);
}

/** Ten letters in two groups of five, easier to read out. @param {string} code */
export function groupCode(code) {
  return code.replace(/(.{5})(?=.)/g, '$1 ');
}

/**
 * What was typed or pasted, as the server takes it: a typed code without spaces and dashes in capitals,
 * or the token of a pasted link as it stands.
 * @param {string} text @returns {string}
 */
export function readCode(text) {
  const afterHash = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text;
  const bare = afterHash.replace(/\s/g, '');
  const typed = bare.replace(/[-–—_.]/g, '');
  return typed.length <= 12 ? typed.toUpperCase() : bare;
}

/**
 * Whether a change shows more than before, or for longer; that asks for the password again.
 * @param {Pick<Share, 'read' | 'write' | 'until'>} before @param {Partial<Pick<Share, 'read' | 'write' | 'until'>>} change
 */
export function widens(before, change) {
  const more = (/** @type {string[]} */ was, /** @type {string[] | undefined} */ now) =>
    (now ?? []).some((scope) => !was.includes(scope));
  if (more(before.read, change.read) || more(before.write, change.write)) return true;
  if (change.until === undefined || before.until === null) return false;
  return change.until === null || change.until > before.until;
}

/** @param {number} count @returns {string} "1 entry", "12 entries" */
export function entryCount(count) {
  return count === 1 ? '1 entry' : `${count} entries`;
}

/**
 * What a preview shows: what is seen now, or what would be.
 * @param {Pick<Share, 'label' | 'state' | 'until'>} share @param {string} today
 */
export function previewWords({ label: name, state, until }, today) {
  if (state === 'paused') return `Paused. ${name} sees nothing now, and would see this again if you go on.`;
  if (state !== 'active') return `${name} sees nothing yet. This is what ${name} would see.`;
  if (until && until < today) return `The last day is over. ${name} sees nothing now. This is what there would be.`;
  return `This is what ${name} sees, as it is now.`;
}
