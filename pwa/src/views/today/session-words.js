/** Today's session in words: how long, how, and why it is as it is. */
import { holds } from '../../domain/safety.js';
import { secondsOfSession } from '../../domain/planner/session.js';
import { one, pack } from '../../state/knowledge.js';
import { capital } from '../diary/words.js';

/** @typedef {import('../../domain/planner/today.js').Today} Session */

/** What an open message leaves, in words. @type {Record<string, string>} */
const MESSAGES = {
  'message-lock': 'A message asks you to get help first. No session until then.',
  'message-quiet': 'Only quiet breathing, while a message is open.',
  'message-pause': 'Sessions pause, while a message is open. Quiet breathing is fine.',
  'message-flare': 'A tiny set, while a message is open.',
  'message-ease': 'One step easier, while a message is open.',
  'message-gentle': 'Gentle movements only, while a message is open.',
};

/** "seated", "lying, then seated". @param {Session} session */
export const placesOf = ({ doses }) => [...new Set(doses.map(({ position }) => position))]
  .map((id) => (one('library', 'positions', id)?.label ?? id).toLowerCase()).join(', then ');

/** @param {Session} session */
export const lengthOf = ({ minutes }) => `${minutes} minutes`;

/**
 * "3 minutes, seated, because pain is 7 today" where the number says it, else without the reason.
 * @param {Session} session
 * @param {Record<string, any>} inputs
 */
export function titleOf(session, inputs) {
  if (session.state === 'lock') return 'No session now';
  const what = [lengthOf(session), placesOf(session)].filter(Boolean).join(', ');
  return session.because[0] === 'day-pain' ? `${what}, because pain is ${inputs['log.pain']} today` : what;
}

/**
 * What changed the session, the strongest first.
 * @param {Session} session
 * @param {Record<string, any>} inputs - of today
 * @returns {{id: string, say: string, facts: string[], sources: string[], lasting: boolean}[]} lasting: it is so every day
 */
export function reasonsOf({ because }, inputs) {
  const plans = pack('plans');
  return because.flatMap((id) => {
    if (MESSAGES[id]) return { id, say: MESSAGES[id], facts: [], sources: ['safety-practice'], lasting: false };
    const row = [...plans.days, ...plans.overlays, ...plans.gates].find((/** @type {any} */ each) => each.id === id);
    return row ? { id, say: row.say, facts: row.facts, sources: row.sources, lasting: isLasting(row, inputs) } : [];
  });
}

/** How long it takes where that is clearly less than the length it fits into. @param {Session} session */
export function aboutOf({ minutes, doses }) {
  const about = Math.ceil(secondsOfSession(doses) / 60);
  return about <= minutes - 2 ? ` About ${about} minutes in all.` : '';
}

/** Whether it would hold on any day, by the profile alone. @param {{when: any}} row @param {Record<string, any>} inputs */
function isLasting({ when }, inputs) {
  return holds(when, Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, name.startsWith('profile.') ? value : null])));
}

/** The movements by name. @param {import('../../domain/planner/shelf.js').Shelf} shelf @param {Session} session */
export const namesOf = ({ movements }, { doses }) => capital(doses.map(({ movement }) => (movements.get(movement)?.name ?? '').toLowerCase()).join(', '));
