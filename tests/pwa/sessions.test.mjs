import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { nowParts, lived } from '../../pwa/src/domain/time.js';

const HOUR_MS = 3_600_000;
const session = await import('../../pwa/src/state/session.js');
const diary = await import('../../pwa/src/state/diary.js');
const { askAgain, keepSession, leaveIt, sessions, setAfter } = await import('../../pwa/src/state/sessions.js');

const ago = (hours) => lived(new Date(Date.now() - hours * HOUR_MS), nowParts().tz);
const body = (hours) => ({ ...ago(hours), minutes: 8, done: [{ movement: 'ROM-01', outcome: 'done', position: 'seated', hold_s: 20, seconds: 60 }] });
const settled = async (is) => {
  for (let i = 0; i < 100 && !is(); i += 1) await new Promise((done) => setTimeout(done, 10));
  assert.ok(is());
};
const of = (id) => sessions.value.find((one) => one.id === id)?.body;

await session.startLocal();

test('a session is kept, and what is said after is kept with it', async () => {
  const id = await keepSession(body(30));
  assert.equal(of(id).minutes, 8);
  await Promise.all([setAfter(id, { felt: 'easier' }), setAfter(id, { pain_after_nrs: 3 })]);
  assert.deepEqual([of(id).felt, of(id).pain_after_nrs], ['easier', 3]);
  assert.equal(askAgain.value, null);
});

test('the pain logged two hours after stands with the session while its entry does', async () => {
  const id = await keepSession(body(3));
  const entry = await diary.logSymptom({ ...ago(1), severity_nrs: 5 });
  await settled(() => of(id).pain_2h_nrs === 5);
  await diary.change(entry, { severity_nrs: 2 });
  await settled(() => of(id).pain_2h_nrs === 2);
  await diary.remove(entry);
  await settled(() => of(id).pain_2h_nrs === null);
  await diary.restore(entry);
  await settled(() => of(id).pain_2h_nrs === 2);
  // What nobody else may see stands nowhere else.
  await diary.change(entry, { private: true });
  await settled(() => of(id).pain_2h_nrs === null);
  await diary.change(entry, { private: null });
  await settled(() => of(id).pain_2h_nrs === 2);
});

test('it is asked once more after the next log, and "Not now" is heard', async () => {
  const { id } = askAgain.value;
  assert.equal(id, sessions.value.find((one) => one.body.pain_2h_nrs === 2).id);
  leaveIt(id);
  assert.equal(askAgain.value, null);
  leaveIt(null);
  assert.equal(askAgain.value.id, id);
  await setAfter(id, { felt_later: 'same' });
  assert.equal(askAgain.value, null);
});
