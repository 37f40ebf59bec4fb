import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { PARTS } from '../../../pwa/src/views/sharing/shows-words.js';

const ROOT = new URL('../../../', import.meta.url);
const LONGEST = 20;
const PRIVACY = 'docs/privacy.md';

/** By how each line begins: the file, and the test or the sentence in it, that holds it true. */
const HELD = {
  'Nothing, until you say yes': ['tests/api/test_shares.py', 'test_the_whole_way_from_invitation_to_end'],
  'Then only the parts': ['tests/api/test_scopes.py', 'test_every_scope_alone_opens_what_the_table_says_through_every_channel'],
  'A private entry leaves no trace': ['tests/api/test_no_trace.py', 'test_every_route_a_caregiver_can_call_answers_alike'],
  'The time of an entry': ['tests/api/test_scopes.py', 'test_instants_are_told_to_the_quarter_hour'],
  'The plan heeds private entries': [PRIVACY, 'can see *that* it changed, never why'],
  'Nothing, unless you switch it on': ['tests/api/test_scopes.py', 'test_every_scope_lets_somebody_add_what_the_table_says'],
  'What they add carries their name': ['tests/api/test_helping.py', 'test_a_helper_adds_what_was_granted_under_their_own_name'],
  'They can never change or delete': ['tests/api/test_scopes.py', 'test_what_is_never_a_caregivers_to_say'],
  'Whoever runs the server': [PRIVACY, 'can read everything stored there, private entries included'],
  'Limber has no end-to-end encryption': [PRIVACY, '**no end-to-end encryption**'],
  'If that person may harm you': [PRIVACY, 'do not use their server'],
  'Stopping works at once': ['tests/api/test_share_attacks.py', 'test_a_change_of_scope_holds_from_the_next_request'],
  'Their app removes its copy': ['tests/e2e/test_circle.py', 'test_f65_ended_on_one_phone_while_the_other_side_is_offline_it_is_gone_with_the_next_contact'],
  'After two weeks without the server': ['pwa/src/views/people/words.js', 'const COVERED_AFTER = 14 * 24 * HOUR_MS'],
  'Nobody can be made to forget': [PRIVACY, 'forget what they read'],
  'We send no message': ['tests/api/test_share_attacks.py', 'test_ended_paused_expired_unconfirmed_and_mistaken_give_the_same_bytes'],
  'They may still notice': [PRIVACY, 'they may notice'],
  'The diary is yours': ['tests/api/test_shares.py', 'test_giving_more_needs_fresh_proof_taking_away_never'],
  'You can keep single entries private': ['tests/api/test_no_trace.py', 'test_reading_anew_gives_the_same_bytes_while_private_entries_come_and_go'],
};
/** What is no word about the app, so that no test of it can hold it. */
const ADVICE = ['A sudden stop can anger', 'A doctor, a social worker', 'In danger now?'];

const lines = PARTS.flatMap((part) => part.lines);

test('every line rests on a test, or on what the privacy page says', () => {
  for (const line of lines.filter((one) => !ADVICE.some((start) => one.startsWith(start)))) {
    const [start] = Object.keys(HELD).filter((one) => line.startsWith(one));
    assert.ok(start, `nothing holds: ${line}`);
    const [file, words] = HELD[start];
    const text = readFileSync(new URL(file, ROOT), 'utf8').replace(/\s+/g, ' ');
    assert.ok(text.includes(words), `${file} does not say: ${words}`);
  }
  for (const start of [...Object.keys(HELD), ...ADVICE]) assert.ok(lines.some((line) => line.startsWith(start)), start);
});

test('what sharing shows, the server, what stays and where help is are each a part', () => {
  assert.deepEqual(PARTS.map(({ title }) => title), [
    'What somebody sees', 'What somebody may add', 'Who runs the server', 'What cannot be taken back', 'If somebody presses you',
  ]);
});

test('sentences are short', () => {
  for (const sentence of lines.join(' ').split(/(?<=[.?!])\s+/)) {
    assert.ok(sentence.split(/\s+/).length <= LONGEST, sentence);
  }
});
