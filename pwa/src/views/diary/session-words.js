/** A session in plain words. What was left out is not counted up, and stopping is nobody's fault. */
import { begun, FELT, moved, stoppedEarly } from '../../domain/moved.js';
import { movement } from '../../state/knowledge.js';
import { listed } from './words.js';

/** @typedef {Record<string, any>} Body */

/** As they stand in a sentence; other positions are left unsaid. @type {Record<string, string>} */
const POSITIONS = { lying: 'lying', seated: 'seated', supported: 'standing with support', free: 'standing', water: 'in water' };
const OUTCOMES = /** @type {Record<string, string>} */ ({ done: 'done', part: 'done in part', skipped: 'left out', stopped: 'stopped' });

/** "1 minute", "8 minutes". @param {number} count @param {string} one */
export const counted = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** "seated and lying", or an empty text. @param {Body} body */
const positionsText = (body) => listed([...new Set(begun(body).flatMap(({ position }) => POSITIONS[position ?? ''] ?? []))]);

/** "Moved 8 minutes, seated": the heading of a session. @param {Body} body */
export function sessionTitle(body) {
  if (begun(body).length === 0 && !body.minutes) return 'A session, not begun';
  return [body.minutes ? `Moved ${counted(body.minutes, 'minute')}` : 'Moved', positionsText(body)].filter(Boolean).join(', ');
}

/** "4 movements done, 1 in part." @param {Body} body */
export function countsText(body) {
  const all = moved(body);
  const done = all.filter(({ outcome }) => outcome === 'done').length;
  const part = all.length - done;
  if (all.length === 0) return '';
  if (done === 0) return `${counted(part, 'movement')} done in part.`;
  return `${counted(done, 'movement')} done${part > 0 ? `, ${part} in part` : ''}.`;
}

/** One sentence for each thing said of a session. @param {Body} body @returns {string[]} */
export function sessionSentences(body) {
  return [
    countsText(body),
    stoppedEarly(body) ? 'Stopped early. That was a good choice.' : '',
    body.adapted?.flare_set ? 'The small set of a hard day. It counts as done.' : '',
    numberText('Pain before', body.pain_before_nrs),
    numberText('Pain right after', body.pain_after_nrs),
    numberText('Pain some two hours later, from your log', body.pain_2h_nrs),
    numberText('Pain next morning, from your log', body.next_morning_nrs),
    effortText(body),
    body.helped_by ? `With ${body.helped_by}.` : '',
  ].filter(Boolean);
}

/** @param {string} lead @param {number | null | undefined} number */
const numberText = (lead, number) => (typeof number === 'number' ? `${lead}: ${number}.` : '');

/** The hardest that was said. @param {Body} body */
function effortText(body) {
  const told = begun(body).flatMap((/** @type {any} */ { effort_0_10: effort }) => (typeof effort === 'number' ? [effort] : []));
  return told.length > 0 ? `Effort: ${Math.max(...told)} of 10.` : '';
}

/** "easier", or an empty text. @param {string | null | undefined} felt */
export const feltText = (felt) => FELT.find(({ id }) => id === felt)?.label.toLowerCase() ?? '';

/** The name of a movement; until its pack is there "a movement". @param {string} id */
export const movementName = (id) => movement(id)?.name ?? 'a movement';

/** "done, held 20 seconds, 8 times": what was done of one movement. @param {import('../../domain/moved.js').Row} row */
export function rowText({ outcome, hold_s: hold, reps }) {
  const parts = outcome === 'skipped' ? [] : [hold ? `held ${counted(hold, 'second')}` : '', reps ? counted(reps, 'time') : ''];
  return [OUTCOMES[outcome] ?? '', ...parts].filter(Boolean).join(', ');
}
