/** What comes after a save: a short check, a message, or simply the next screen. What was saved is stored already. */
import { go } from '../../router.js';
import { say, toast } from '../../state/toast.js';

/**
 * Goes on after a save: to a short check when one is due, to a message when one is, else to `to`. Whatever goes wrong here,
 * the person gets on.
 * @param {string} id - of the record that was saved
 * @param {{to?: string}} [where]
 */
export async function onward(id, { to = '/' } = {}) {
  const replace = location.pathname !== '/' || to === '/';
  try {
    // Read when first needed, so that the first screen does not wait for it.
    const { endRound, questionsOf, rulesReady } = await import('../../state/safety.js');
    const rules = await rulesReady();
    if (rules && questionsOf(rules, { id }, {}).length > 0) {
      go('/check', { state: { id, to }, replace: location.pathname !== '/' });
      return;
    }
    if (rules) {
      leadOn(await endRound(rules, { id }, {}), to, replace);
      return;
    }
  } catch {
    // A check is never in the way of the diary.
  }
  go(to, { replace });
}

/**
 * To the emergency that is due, or to `to` with a word of what waits on Today.
 * @param {import('../../domain/alerts.js').Store[]} stored
 * @param {string} to
 * @param {boolean} [replace]
 */
export function leadOn(stored, to, replace = true) {
  const [first] = stored;
  if (first?.tier === 'E1') {
    go(`/check/${first.message}`, { state: { to }, replace });
    return;
  }
  const notes = stored.filter(({ tier }) => tier !== 'E5').length;
  if (notes > 0) {
    const { text = '', undo } = toast.peek() ?? {};
    // "Saved" and its way back stay where they are.
    say(`${text} ${notes === 1 ? 'One note' : `${notes} notes`} for you on Today.`.trim(), undo);
  }
  go(to, { replace });
}
