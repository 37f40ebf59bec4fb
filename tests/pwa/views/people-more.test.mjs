import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { aboutWords } from '../../../pwa/src/views/people/about-words.js';
import { callWords, signsFor } from '../../../pwa/src/views/people/call-words.js';
import { doseLines } from '../../../pwa/src/views/people/daily-words.js';
import { changeWords, helpLines, noticedWords, urgentMessages, visitWords, worseToday } from '../../../pwa/src/views/people/more-words.js';
import { handsWords } from '../../../pwa/src/views/people/plan-words.js';

const PACK = JSON.parse(readFileSync(new URL('../../../backend/content/helping.json', import.meta.url), 'utf8'));
const TODAY = '2026-11-20';
const reading = (read = ['symptoms', 'daily', 'medicines', 'mood', 'intimate']) => ({
  today: TODAY, read, name: 'Rosa', me: 'me', now: Date.parse(`${TODAY}T10:00:00+01:00`), placeLabel: ({ region }) => region, symptomLabel: (id) => id, word: (_, id) => id,
});
let count = 0;
const rec = (kind, body, id = `r${count += 1}`) => ({ id, kind, body, author: { account: 'rosa', name: 'Rosa' } });
const taken = (medicine_id, on, time = '08:00') => rec('dose', { medicine_id, status: 'taken', at: `${on}T${time}:00+01:00` });
const jab = (more = {}) => rec('medicine', { class: 'interferon_beta', ...more }, 'jab');

test('what helps comes from the list alone, in its order, and an empty list says nothing', () => {
  assert.deepEqual(helpLines([rec('care_card', { help: [{ text: 'Tea' }, { relief: 'cool_down' }, {}] })], reading()), ['Tea', 'cool_down']);
  assert.deepEqual(helpLines([rec('care_card', {})], reading()), []);
});

test('an injection is told by what was noted, and its day only where the regimen is shared', () => {
  const regimen = { days: ['fri'], times: ['19:30'] };
  assert.deepEqual(doseLines([jab({ regimen })], reading()), ['Injection day.']);
  assert.deepEqual(doseLines([jab()], reading()), []);
  assert.deepEqual(doseLines([jab({ regimen }), taken('jab', TODAY)], reading()), ['Injected this morning.']);
  assert.deepEqual(doseLines([jab(), taken('jab', '2026-11-19', '19:30')], reading()), ['The injection was yesterday.']);
  assert.deepEqual(doseLines([jab(), taken('jab', '2026-11-17')], reading()), []);
});

test('a dose that was taken is told, one that was not is nobody else’s business', () => {
  const tablet = rec('medicine', { class: 'muscle_relaxant', regimen: { name: 'Tablet', times: ['08:00', '20:00'] } }, 'tablet');
  assert.deepEqual(doseLines([tablet, taken('tablet', TODAY)], reading()), ['Tablet: taken this morning.']);
  assert.deepEqual(doseLines([tablet, rec('dose', { medicine_id: 'tablet', status: 'skipped', slot: `${TODAY}T08:00` })], reading()), []);
});

test('what may make it worse is what was noted today, each thing once', () => {
  const pain = rec('symptom', { on: TODAY, triggers: ['hot_humid', 'lifting', 'nothing'] });
  const found = worseToday([pain, rec('daily', { on: TODAY, heat: 'yes', sitting_minutes: 90 })], reading(), PACK.worse);
  assert.deepEqual(found.rows.map(({ id }) => id), ['heat', 'sitting']);
  assert.deepEqual(found.noted, ['lifting']);
  assert.deepEqual(worseToday([{ ...pain, body: { ...pain.body, on: '2026-11-19' } }], reading(), PACK.worse), { noted: [], rows: [] });
  assert.deepEqual(worseToday([pain], reading(['symptoms']), PACK.worse).rows, [], 'the heat of a day is told with the day');
  assert.deepEqual(worseToday([jab(), taken('jab', '2026-11-19')], reading(), PACK.worse).rows.map(({ id }) => id), ['injection']);
});

test('the next visit with its questions, and what was agreed at the last one', () => {
  const visit = (on, more) => rec('appointment', { on, at: `${on}T10:30:00+01:00`, who: 'Clinic', ...more });
  const { next, agreed } = visitWords([visit('2026-12-20'), visit('2026-11-27', { questions: ['Why?'], take_report: true }), visit('2026-11-13', { agreed: 'Swim' }), visit('2026-10-01', { agreed: 'Old' })], reading());
  assert.deepEqual({ ...next, id: 0 }, { id: 0, title: 'Clinic', when: 'Friday 27 November, about 10:30', questions: ['Why?'], report: true });
  assert.deepEqual(agreed, { when: 'on 13 November', who: 'Clinic', text: 'Swim' });
  assert.equal(visitWords([visit('2026-11-21')], reading()).next.when, 'Tomorrow, about 10:30');
  assert.equal(visitWords([rec('appointment', { on: TODAY })], reading()).next.when, 'Today');
  assert.deepEqual(visitWords([], reading()), { next: null, agreed: null });
});

test('what was noticed carries a name, and an answer to a request is none of it', () => {
  const seen = { ...rec('observation', { type: 'skin', on: TODAY, text: 'Red heel' }), author: { account: 'me', name: 'Daniel' } };
  const older = { ...rec('observation', { type: 'fall', on: '2026-11-18' }), author: { account: 'ana', name: 'Ana' } };
  const rows = noticedWords([older, seen, rec('observation', { type: 'coming', on: TODAY }), rec('observation', { type: 'skin', on: '2026-10-01' })], reading());
  assert.deepEqual(rows.map(({ title, text, by }) => [title, text, by]), [['Today: skin', 'Red heel', 'Added by you.'], ['Wednesday: fall', '', 'Added by Ana.']]);
});

test('what changed in four weeks, newest first', () => {
  const lines = changeWords([rec('event', { type: 'new_aid', on: '2026-11-02', detail: 'Left hand.' }), rec('event', { type: 'fall', on: '2026-10-01' }), jab({ started_on: '2026-11-18' })], reading());
  assert.deepEqual(lines, ['Wednesday: interferon_beta: begun.', '2 November: New aid: Left hand.']);
});

test('only an urgent message of these days without an answer is told', () => {
  const message = (more) => rec('safety', { message_id: 'SAFE-03', tier: 'E2', on: TODAY, ...more });
  assert.deepEqual(urgentMessages([message({ on: '2026-11-18' })], reading()).map(({ message: id, when }) => [id, when]), [['SAFE-03', 'Wednesday']]);
  for (const other of [{ answer: 'done' }, { tier: 'E3' }, { on: '2026-11-10' }]) assert.deepEqual(urgentMessages([message(other)], reading()), []);
});

test('who calls has numbers in order, allergies, cards and medicines in use', () => {
  const words = callWords([
    rec('contact', { who: 'Dr Amsel', role: 'doctor', number: '2' }), rec('contact', { who: 'Nurse', role: 'ms_team', number: '1', hours: '9 to 12' }), rec('contact', { who: 'No number' }),
    rec('allergy', { what: 'Penicillin', reaction: 'Rash' }), rec('care_card', { alert_cards: ['Blue card'] }), jab(),
    rec('medicine', { class: 'opioid', regimen: { name: 'Drops', dose_text: '5', unit_text: 'drops' } }), rec('medicine', { class: 'steroid', stopped_on: '2026-11-01' }),
  ], reading());
  assert.deepEqual(words.numbers.map(({ title, detail }) => [title, detail]), [['Nurse', '1, 9 to 12'], ['Dr Amsel', '2']]);
  assert.deepEqual([words.allergies, words.cards, words.medicines], [['Penicillin: Rash'], ['Blue card'], ['interferon_beta', 'Drops, 5 drops']]);
});

test('nobody is offered a call to themselves; somebody else of that name in another role is', () => {
  const own = (reader) => callWords([
    rec('contact', { who: 'Daniel', role: 'caregiver', number: '1' }), rec('contact', { who: 'Daniel', role: 'doctor', number: '2' }),
    rec('contact', { who: null, role: 'caregiver', number: '3' }),
  ], reading(), reader).numbers.filter((one) => one.own).map(({ number }) => number);
  assert.deepEqual([own('Daniel'), own(' daniel '), own('Dan'), own(''), own(undefined)], [['1'], ['1'], [], [], []]);
});

test('signs are the same for everyone, but for those of a medicine that is known to be taken', () => {
  const plain = signsFor(PACK.signs, [], TODAY);
  assert.equal(plain.E1.length + plain.E2.length, PACK.signs.filter(({ classes }) => !classes).length);
  assert.deepEqual(signsFor(PACK.signs, [rec('medicine', { class: 'muscle_relaxant' })], TODAY).E1.filter(({ classes }) => classes).map(({ id }) => id), ['relaxant']);
});

test('the plan says in a sentence whether a hand is wanted', () => {
  const rows = (...asked) => asked.map((helper) => ({ helper }));
  assert.equal(handsWords(rows('alone', 'alone'), 'Rosa'), '2 movements. No hand is needed.');
  assert.equal(handsWords(rows('hand', 'alone', 'skip'), 'Rosa'), '2 movements. Rosa wants a hand with one of them.');
  assert.equal(handsWords(rows('hand', 'hand', 'alone'), 'Rosa'), '3 movements. Rosa wants a hand with 2 of them.');
  assert.equal(handsWords(rows('hand', 'hand'), 'Rosa'), '2 movements. Rosa wants a hand with all of them.');
  assert.equal(handsWords(rows('hand'), 'Rosa'), '1 movement. Rosa wants a hand with it.');
});

test('of the profile only what the switch names is told, and when an aid was looked at', () => {
  const profile = rec('profile', {
    mobility: 'stick', heat_sensitive: true, goals: ['climb_stairs', 'own_words'], own_goal: 'Walk round the pond.', conditions: ['gout'],
    aids: [{ aid: 'stick', hand: 'left', checked_on: '2026-05-03' }, { aid: 'cushion' }],
  });
  assert.deepEqual(aboutWords([profile], reading()), {
    lines: ['stick.', 'Heat makes it worse.', 'Wants to: climb_stairs; walk round the pond.'], aids: ['stick, left side. Checked 3 May.', 'cushion. No check noted.'],
  });
  assert.deepEqual(aboutWords([], reading()), { lines: [], aids: [] });
});
