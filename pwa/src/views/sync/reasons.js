/** Why an entry was not taken, in plain words: what is so, and what can be done. Nobody is at fault. Pure. */

/**
 * @typedef {'again' | 'change' | 'copy'} Help - what most likely helps
 * @typedef {{why: string, help: Help}} Reason
 */

/** @type {Record<string, Reason>} */
const REASONS = {
  malformed: { why: 'The server could not read this entry. After an update of Limber it may.', help: 'again' },
  validation: { why: 'The server does not take one part of this entry. Once you change that, it is sent again.', help: 'change' },
  too_large: { why: 'This entry is longer than the server takes. Two shorter ones fit.', help: 'change' },
  op_reused: { why: 'The server mixed this up with another change. A second try sends it under a new number.', help: 'again' },
  no_right: { why: 'This cannot be added there at the moment.', help: 'copy' },
  not_author: { why: 'Only the person who wrote this entry can change it.', help: 'copy' },
  kind_differs: { why: 'The server keeps something else under this entry. You can copy it into a new one.', help: 'copy' },
  no_such_record: { why: 'The entry this belongs to is not on the server any more.', help: 'copy' },
  erased: { why: 'This entry was erased for good. What was written after that is only here. You can copy it into a new one.', help: 'copy' },
  held_full: { why: 'Many notes wait to be looked at there. Later there is room again.', help: 'again' },
  on_mismatch: { why: 'The day and the time of this entry do not fit together. Once you change one, it is sent again.', help: 'change' },
  share_only_narrows: { why: 'Sharing can be made larger only with a connection, under “Sharing”.', help: 'copy' },
  no_such_share: { why: 'This sharing has ended already. Nothing is left to change.', help: 'copy' },
  unknown_kind: { why: 'Your server needs an update before it can take this. It is sent by itself then.', help: 'again' },
  waits_for_earlier: { why: 'It waits for an earlier change of the same entry.', help: 'again' },
};

const OTHER = /** @type {Reason} */ ({ why: 'The server did not take this entry.', help: 'again' });

/** @param {string | null | undefined} code @returns {Reason} never a bare code, also for one this build does not know */
export const reasonOf = (code) => REASONS[code ?? ''] ?? OTHER;

/** Every code that has words of its own. */
export const KNOWN_CODES = Object.freeze(Object.keys(REASONS));
