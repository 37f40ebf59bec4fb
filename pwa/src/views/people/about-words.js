/** What somebody shares of themselves: how they get about, their aids, what they want. Pure. */
import { dateWords } from './when.js';

/** @typedef {import('./entry-words.js').Entry} Entry */
/** @typedef {import('./entry-words.js').Reading} Reading */

/**
 * Only what the switch for it names: conditions and treatments are in the same record and are not told.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @returns {{lines: string[], aids: string[]}}
 */
export function aboutWords(seen, { today, word }) {
  const { mobility, heat_sensitive: heat, goals, own_goal: own, aids = [] } = seen.find(({ kind }) => kind === 'profile')?.body ?? {};
  const wanted = [...(goals ?? []).filter((/** @type {string} */ id) => id !== 'own_words').map((/** @type {string} */ id) => word('goals', id)), own].filter(Boolean);
  return {
    lines: [
      mobility && `${word('mobility', mobility)}.`, heat === true && 'Heat makes it worse.', wanted.length > 0 && `Wants to: ${wanted.map(small).join('; ')}.`,
    ].filter(Boolean),
    aids: (aids ?? []).map((/** @type {Record<string, any>} */ aid) => aidWords(aid, today, word)),
  };
}

/** "Walking stick, left hand. Checked 3 May." @param {Record<string, any>} aid @param {string} today @param {Reading['word']} word */
function aidWords({ aid, hand, checked_on: checked }, today, word) {
  const side = hand === 'left' || hand === 'right' ? `, ${hand} side` : '';
  return `${word('aids', aid)}${side}.${checked ? ` Checked ${dateWords(checked, today)}.` : ' No check noted.'}`;
}

/** @param {string} text */
const small = (text) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
