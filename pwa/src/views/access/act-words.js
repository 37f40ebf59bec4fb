/** The log of acts in words: what was done, by whom, when. Pure: "now" comes in. */

import { entryDay, hourOf } from './times.js';

/** @typedef {import('../../state/access.js').Act} Act */

/**
 * @typedef {object} Line
 * @property {string} at
 * @property {string} text
 * @property {string} when
 * @property {boolean} [mark] - worth a second look
 */

/** What was done by the person, or with what is theirs. {name}: who is on the other side. */
const DONE = /** @type {Record<string, string>} */ ({
  'account.registered': 'The account was made',
  'account.recovered': 'The account was opened with a code or a link, and has a new password',
  'session.started': 'Signed in',
  'session.ended': 'Signed out',
  'session.confirmed': 'The password was given once more',
  'session.refused': 'Somebody tried a wrong password',
  'recovery.refused': 'Somebody tried a wrong recovery code',
  'codes.made': 'New recovery codes were made',
  'password.changed': 'A new password was set',
  'access.reset': 'Everything but one device was signed out',
  'device.removed': 'A device was removed',
  'device.wiped': 'A removed device emptied its copy',
  'share.offered': '{name} was invited',
  'share.accepted': 'The invitation of {name} was used',
  'share.confirmed': '{name} was let in',
  'share.changed': 'The sharing with {name} was changed',
  'share.ended': 'The sharing with {name} ended',
  'operator.backup': 'The server was copied, as a backup',
  'operator.restored': 'The server was put back to an earlier copy',
  'operator.account_link': 'A link was made that opens this account',
});

/** Acts that nobody should miss when they were not their own. */
const WORTH_A_LOOK = new Set(['session.refused', 'recovery.refused', 'account.recovered', 'operator.account_link', 'operator.restored']);
const OFTEN = 'operator.backup';

/** @param {Act} act @returns {string} one sentence without its time */
export function actWords({ event, by, name, device }) {
  const text = (DONE[event] ?? 'Something about the account was changed').replace('{name}', name ?? 'somebody');
  if (by === 'operator') return `${text}, by the person who runs the server.`;
  if (by === 'person') return `${text}, by ${name ?? 'somebody else'}.`;
  return device ? `${text} (${device}).` : `${text}.`;
}

/**
 * Acts and looks as lines, newest first. A backup is made every night: those in a row are one line.
 * @param {readonly Act[]} acts
 * @param {readonly {who: string, at_hour: string}[]} looks
 * @param {Date} now
 * @returns {Line[]}
 */
export function logLines(acts, looks, now) {
  const done = folded(acts).map(({ act, times }) => ({
    at: act.at, text: times > 1 ? `${actWords(act)} ${times} times.` : actWords(act),
    when: `${entryDay(act.at, now)}, ${hourOf(act.at)}`, mark: WORTH_A_LOOK.has(act.event),
  }));
  const seen = looks.map(({ who, at_hour: at }) => ({ at, text: `${who} looked.`, when: `${entryDay(at, now)}, in the hour after ${hourOf(at)}` }));
  const once = seen.filter(({ at, text }, i) => seen.findIndex((one) => one.at === at && one.text === text) === i);
  return [...done, ...once].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** @param {readonly Act[]} acts */
function folded(acts) {
  /** @type {{act: Act, times: number}[]} */
  const rows = [];
  for (const act of acts) {
    const last = rows.at(-1);
    if (last && act.event === OFTEN && last.act.event === OFTEN) last.times += 1;
    else rows.push({ act, times: 1 });
  }
  return rows;
}
