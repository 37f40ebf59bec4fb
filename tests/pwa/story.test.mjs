import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import {
  firstOpen, merged, overThreeMonths, partsNow, questionsFor, quietEnough, reviewDue, withChoice,
} from '../../pwa/src/domain/story.js';
import './fresh-storage.mjs';

const ALL = JSON.parse(readFileSync(new URL('../../backend/content/story.json', import.meta.url), 'utf8')).questions;
const byId = Object.fromEntries(ALL.map((question) => [question.id, question]));
const TODAY = '2026-11-21';
const ago = (days) => new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const choose = (name, at, id, answers) => {
  const part = byId[name].parts[at];
  return withChoice(byId[name], part, (part.options ?? []).map((one) => one.id).concat(part.options ? [] : [id]), id, answers);
};

test('one of several takes the place of the other, and a second tap takes it back', () => {
  let answers = choose('course', 0, 'constant', null);
  answers = choose('course', 0, 'comes_and_goes', answers);
  assert.deepEqual(answers, { course: { choices: ['comes_and_goes'] } });
  assert.deepEqual(choose('course', 0, 'comes_and_goes', answers), {});
});

test('what waited for a choice goes with it, and the rest stays', () => {
  let answers = choose('course', 1, 'minutes', choose('course', 0, 'comes_and_goes', { wish: { text: 'x' } }));
  assert.deepEqual(answers.course.choices, ['comes_and_goes', 'minutes']);
  answers = choose('course', 0, 'constant', answers);
  assert.deepEqual(answers, { wish: { text: 'x' }, course: { choices: ['constant'] } });
});

test('numbers and texts of a choice that is taken back go too', () => {
  const told = { stops: { choices: ['sleeping', 'walking'], numbers: { fall_asleep: 40, wakings: 2, walk: 5 } } };
  assert.deepEqual(choose('stops', 0, 'sleeping', told), { stops: { choices: ['walking'], numbers: { walk: 5 } } });
  const before = { before: { choices: ['had_before', 'different'], text: 'last winter' } };
  assert.deepEqual(choose('before', 0, 'never_before', before), { before: { choices: ['never_before'] } });
});

test('"neither" and "not sure" stand alone', () => {
  let answers = choose('side', 0, 'aid_hand', choose('side', 0, 'weaker_leg', null));
  assert.deepEqual(answers.side.choices, ['weaker_leg', 'aid_hand']);
  answers = choose('side', 0, 'not_sure', answers);
  assert.deepEqual(answers.side.choices, ['not_sure']);
  assert.deepEqual(choose('side', 0, 'stronger_leg', answers).side.choices, ['stronger_leg']);
});

test('choices of the vocabulary stay beside a part that waits for another', () => {
  const answers = choose('with_others', 1, 'balance', choose('with_others', 0, 'new_ones', null));
  assert.deepEqual(answers.with_others.choices, ['new_ones', 'balance']);
  assert.equal(partsNow(byId.with_others, answers).length, 2);
  assert.deepEqual(choose('with_others', 0, 'neither_one', answers).with_others.choices, ['neither_one']);
  assert.equal(partsNow(byId.with_others, {}).length, 1);
});

test('an answer with nothing left in it goes; others are never lost', () => {
  const answers = merged({ start: { on: ago(5), choices: ['sudden'] }, wish: { text: 'x' } }, 'start', { on: null });
  assert.deepEqual(answers, { start: { choices: ['sudden'] }, wish: { text: 'x' } });
  assert.deepEqual(merged(answers, 'wish', { text: null }), { start: { choices: ['sudden'] } });
});

test('a story is taken up again at the first open question', () => {
  assert.equal(firstOpen(ALL, {}).id, 'course');
  assert.equal(firstOpen(ALL, { course: { choices: ['constant'] }, start: { choices: [] } }).id, 'start');
  assert.equal(firstOpen([byId.own_words], { worry: { text: 'x' } }), null);
});

test('only who injects interferon is asked about it', () => {
  assert.equal(ALL.length, 12);
  assert.equal(questionsFor(ALL, ['steroid']).length, 11);
  assert.equal(questionsFor(ALL, ['interferon_beta']).length, 12);
});

test('over three months is worked out where it can be told', () => {
  assert.equal(overThreeMonths({ on: ago(92) }, TODAY, TODAY), true);
  assert.equal(overThreeMonths({ on: ago(91) }, TODAY, TODAY), false);
  assert.equal(overThreeMonths({ choices: ['gradual', 'over_3_months'] }, TODAY, TODAY), true);
  assert.equal(overThreeMonths({ choices: ['days_ago'] }, TODAY, TODAY), false);
  assert.equal(overThreeMonths({ choices: ['days_ago'] }, ago(80), TODAY), null);
  assert.equal(overThreeMonths({ choices: ['days_ago'] }, ago(92), TODAY), true);
  assert.equal(overThreeMonths({ choices: ['weeks_ago'] }, ago(29), TODAY), false);
  assert.equal(overThreeMonths(null, ago(10), TODAY), null);
});

test('after thirty days it is asked whether it is still so', () => {
  const answers = { course: { choices: ['constant'] } };
  assert.equal(reviewDue({ on: ago(30), answers }, TODAY), true);
  assert.equal(reviewDue({ on: ago(29), answers }, TODAY), false);
  assert.equal(reviewDue({ on: ago(300), reviewed_on: ago(3), answers }, TODAY), false);
  assert.equal(reviewDue({ on: ago(300), answers: null }, TODAY), false, 'nothing was said yet');
});

test('one question on a quiet day, and no second one', () => {
  const seven = Array.from({ length: 7 }, (_, at) => ({ on: ago(at), severity_nrs: 5 }));
  assert.equal(quietEnough(seven, null, TODAY), true);
  assert.equal(quietEnough(seven.slice(1), null, TODAY), false, 'six entries');
  assert.equal(quietEnough([...seven, { on: TODAY, severity_nrs: 7 }], null, TODAY), false);
  assert.equal(quietEnough([...seven, { on: ago(1), severity_nrs: 9 }], null, TODAY), true);
  assert.equal(quietEnough([...seven, { on: TODAY, hard_day: true }], null, TODAY), false);
  assert.equal(quietEnough(seven, { answered_on: TODAY }, TODAY), false);
  assert.equal(quietEnough(seven, { put_off_on: ago(6) }, TODAY), false);
  assert.equal(quietEnough(seven, { put_off_on: ago(7), answered_on: ago(1) }, TODAY), true);
});

test('an answer is kept over what is stored at that moment', async () => {
  const session = await import('../../pwa/src/state/session.js');
  const state = await import('../../pwa/src/state/stories.js');
  await session.startLocal();
  const id = await state.newStory('Right hip ache');
  const keep = (name, set) => state.keepAnswers(id, (answers) => merged(answers, name, set));
  // Two taps, the second before the first is stored.
  await Promise.all([keep('wish', { text: 'Sit through a film' }), keep('stops', { choices: ['sitting'], numbers: { sit_still: 15 } })]);
  assert.deepEqual(state.story(id).body.answers, {
    wish: { text: 'Sit through a film' }, stops: { choices: ['sitting'], numbers: { sit_still: 15 } },
  });
  await keep('stops', { choices: null, numbers: null });
  assert.deepEqual(Object.keys(state.story(id).body.answers), ['wish']);
  await state.stillSo(id);
  assert.match(state.story(id).body.reviewed_on, /^\d{4}-\d\d-\d\d$/);
  const { remove } = await import('../../pwa/src/state/records.js');
  await remove(id);
  assert.equal(state.story(id), null);
});
