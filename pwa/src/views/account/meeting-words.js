/** What is asked when two diaries meet on one phone. Pure. */

import { entryCount } from '../sharing/words.js';
import { firstName } from './kept-words.js';

/**
 * @typedef {object} Choice
 * @property {'add' | 'keep' | 'apart'} how
 * @property {string} words
 * @property {string} detail
 * @property {boolean} [main]
 */

/**
 * @param {import('../../state/session.js').Meeting} meeting
 * @returns {{title: string, text: string, choices: Choice[]}}
 */
export function meetingWords({ name, whose, entries }) {
  const me = firstName(name);
  if (whose !== null) return ofSomebody(me, firstName(whose), entries);
  const one = entries === 1;
  return {
    title: entries > 0 ? `This phone has ${entryCount(entries)} of its own` : 'This phone has a diary of its own',
    text: `Add ${one ? 'it' : 'them'} to ${me}’s diary?`,
    choices: [
      { how: 'add', main: true, words: `Add to ${me}’s diary`, detail: 'Nothing is lost. What both diaries say of one day is kept twice, for you to look at.' },
      { how: 'apart', words: `Keep ${one ? 'it' : 'them'} apart`, detail: 'Nobody is signed in. Everything stays as it is.' },
      {
        how: 'keep', words: one ? 'It is somebody else’s' : 'They are somebody else’s',
        detail: `${one ? 'It stays' : 'They stay'} on this phone, unseen. When ${me} has signed out, ${one ? 'it' : 'they'} can be opened again.`,
      },
    ],
  };
}

/** @param {string} me @param {string} whose @param {number} entries */
function ofSomebody(me, whose, entries) {
  const [is, stays, it] = entries === 1 ? ['is', 'It stays', 'it'] : ['are', 'They stay', 'them'];
  return {
    title: `${entryCount(entries)} of ${whose} ${is} not sent yet`,
    text: `${stays} on this phone, unseen, until ${whose} signs in here again and sends ${it}. The rest of ${whose}’s diary leaves this phone. It is on the server.`,
    choices: [
      { how: /** @type {const} */ ('keep'), main: true, words: `Go on as ${me}`, detail: `${me}’s diary opens. The two are never mixed.` },
      { how: /** @type {const} */ ('apart'), words: 'Not now', detail: 'Nobody is signed in. Everything stays as it is.' },
    ],
  };
}
