import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { answerOf, counted, openMessages, sessionsAllowed, toStore } from '../../pwa/src/domain/alerts.js';
import { answersOf, due } from '../../pwa/src/domain/rhythm.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const PACK = read('../../backend/content/safety.json');
const RHYTHM = read('../vectors/rhythm.json');
const ALERTS = read('../vectors/alerts.json');
const TODAY = '2026-11-21';

for (const one of RHYTHM.due) test(`rhythm: ${one.case}`, () => assert.deepEqual(due(PACK, one.facts, one.asked), one.groups));
for (const one of RHYTHM.answers) test(`answers: ${one.case}`, () => assert.deepEqual(answersOf(PACK, one.shown, one.tapped), one.answers));

for (const one of ALERTS.open) {
  test(`open: ${one.case}`, () => {
    const found = openMessages(one.records, PACK, TODAY).map(({ message, tier, shown }) => ({ message, tier, shown }));
    assert.deepEqual(found, one.open);
  });
}
for (const one of ALERTS.store) test(`store: ${one.case}`, () => assert.deepEqual(toStore(one.found, one.records, PACK, one.given, TODAY), one.store));
for (const one of ALERTS.counted) test(`counted: ${one.case}`, () => assert.deepEqual(counted(one.records, TODAY), one.counted));
for (const one of ALERTS.sessions) {
  test(`sessions: ${one.case}`, () => assert.deepEqual(sessionsAllowed(openMessages(one.records, PACK, TODAY), PACK, TODAY), one.allowed));
}
for (const one of ALERTS.answers) {
  test(`answer: ${one.tier} ${one.answer}`, () => assert.deepEqual(answerOf(one.tier, one.answer, PACK, TODAY), one.fields));
}
