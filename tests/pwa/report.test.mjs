import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { gathered, materialOf, sinceOf } from '../../pwa/src/domain/report/material.js';
import { ownReport, ownSections } from '../../pwa/src/domain/report/own.js';
import { patternsFrom, seenIn, seenOf } from '../../pwa/src/domain/report/patterns.js';
import { lastVisit, periodOf } from '../../pwa/src/domain/report/period.js';
import { known, PARTS, USUAL, without } from '../../pwa/src/domain/report/shape.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const { lists } = read('backend/content/vocabulary.json');
const movements = readdirSync(new URL('../../backend/content/', import.meta.url)).filter((name) => name.startsWith('movements-'))
  .flatMap((name) => read(`backend/content/${name}`).movements);
const packs = {
  lists, questions: read('backend/content/story.json').questions, safety: read('backend/content/safety.json'),
  movements: new Map(movements.map(({ id, name }) => [id, name])),
};
const none = { on: '', rows: [], none: 'No clear pattern in these days.' };
const asked = { first: '2026-11-01', last: '2026-11-21', today: '2026-11-21', secret: false, tender: false, owner: 'me' };
const made = (records, more = {}, parts = USUAL, seen = none) => {
  const material = materialOf(records, { ...asked, ...more }, packs, seen);
  return ownReport(material, [...ownSections(material, parts)], 'Rosa Keller');
};
const rowsOf = (report) => new Map(report.sections.flatMap(({ blocks }) => blocks).flatMap(({ rows = [] }) => rows).map(({ id, cells }) => [id, cells]));
const pain = (id, body, more = {}) => ({ id, kind: 'symptom', body: { on: '2026-11-20', symptom: 'pain', severity_nrs: 5, regions: [], ...body }, ...more });
const days = (records, more) => rowsOf(made(records, more)).get('summary.days')[1].split('.')[0];

for (const { name, records, report, parts, left_out: leftOut, patterns, owner, ...more } of read('tests/vectors/report.json')) {
  test(`the phone's report is the server's: ${name}`, () => {
    const entries = records.map(({ author, ...rec }) => ({ ...rec, author: { account: author } }));
    const its = made(entries, { ...more, owner, tender: parts.includes('mood') }, parts, { ...none, rows: patterns });
    const sections = without(its.sections, new Set(leftOut)).map(withoutOwnLine);
    assert.deepEqual({ ...its, sections }, report);
  });
}

/** The one line that only a phone's report has. */
function withoutOwnLine(section) {
  if (section.id !== 'method') return section;
  const [list] = section.blocks;
  assert.equal(list.rows.at(-1).id, 'method.phone');
  return { ...section, blocks: [{ ...list, rows: list.rows.slice(0, -1) }] };
}

test('private entries, those of helpers, deleted ones and tender symptoms stay out unless they are wanted', () => {
  assert.equal(days([pain('a', {})]), '1 of 21 logged, 20 not');
  assert.equal(days([pain('a', { private: true })]), '0 of 21 logged, 21 not');
  assert.equal(days([pain('a', { private: true })], { secret: true }), '1 of 21 logged, 20 not');
  assert.equal(days([pain('a', {}, { deleted: true })]), '0 of 21 logged, 21 not');
  assert.equal(days([pain('a', {}, { author: { account: 'daniel' } })]), '0 of 21 logged, 21 not');
  assert.equal(days([pain('a', { symptom: 'bladder' })]), '0 of 21 logged, 21 not');
  assert.equal(days([pain('a', { symptom: 'bladder' })], { tender: true }), '1 of 21 logged, 20 not');
});

test('a part that is not wanted is not there, and what the report rests on always is', () => {
  const report = made([pain('a', {})], {}, ['tried']);
  assert.deepEqual(report.sections.map(({ id }) => id), ['tried', 'method']);
  const all = made([pain('a', {})]).sections;
  const ids = (sections) => sections.flatMap(({ blocks }) => blocks).flatMap(({ id, rows = [] }) => [id, ...rows.map((row) => row.id)]);
  const left = without(all, new Set(['summary.days', 'summary.chart', 'method.1', 'method.list']));
  assert.deepEqual(ids(all).filter((id) => !ids(left).includes(id)), ['summary.days', 'summary.chart']);
  const [block] = without([{ id: 'x', title: '', blocks: [{ t: 'list', id: 'b', title: '', rows: [{ id: 'r', cells: ['1'] }] }] }], new Set(['r']));
  assert.equal(block, undefined);
});

test('the period is what was chosen, and none where the dates are none', () => {
  const today = '2026-11-21';
  const of = (span, first = '', last = '', visit = null) => periodOf({ span, first, last }, today, visit);
  assert.deepEqual(of('30'), { first: '2026-10-23', last: today });
  assert.deepEqual(of('90'), { first: '2026-08-24', last: today });
  assert.deepEqual(of('visit', '', '', '2026-10-01'), { first: '2026-10-01', last: today });
  assert.deepEqual(of('own', '2026-01-01', '2026-01-01'), { first: '2026-01-01', last: '2026-01-01' });
  for (const [first, last] of [['', ''], ['2026-02-01', '2026-01-01'], ['0202-01-01', today], ['1990-01-01', today], ['2026-13-01', today]]) {
    assert.equal(of('own', first, last), null);
  }
  const visits = ['2026-10-01', '2026-11-01', '2026-12-01'].map((on) => ({ body: { on } }));
  assert.equal(lastVisit([...visits, { body: {} }], today), '2026-11-01');
  assert.equal(lastVisit([], today), null);
});

test('mood is the one part that has to be asked for', () => {
  assert.deepEqual(PARTS.map(({ id }) => id).filter((id) => !USUAL.includes(id)), ['mood']);
});

const day = '2026-11-20';
const pattern = (rule) => ({ rule, comparison: 'heat', sentence: 'Heat hurt more.', note: '', n: 9, of: 10, marked: 20, others: 60, range: [1, 3], points: 2,
  from: '2026-06-01', to: '2026-11-01' });
const told = { on: day, patterns: [pattern('AN-02'), pattern('AN-16')], none: null };

test('kept patterns stand with their day, without what is tender, and only in days that hold it', () => {
  const of = (kept, hidden = false, more = {}) => seenOf({ told: null, report: null, ...kept }, { ...asked, ...more }, hidden);
  const { on, rows } = of({ told });
  assert.equal(on, day);
  assert.deepEqual(rows, [{ id: 'AN-02.heat', sentence: 'Heat hurt more. (1 Jun to 1 Nov 2026)',
    method: 'Difference 2 points (range 1 to 3), seen 9 of 10 times; 20 days against 60 others.' }]);
  assert.equal(of({ told }, false, { tender: true }).rows.length, 2);
  assert.match(of({}).none, /need the server/);
  assert.match(of({ told }, false, { last: '2026-11-19' }).none, /need the server/);
  assert.match(of({ told }, false, { first: '2026-11-21' }).none, /need the server/);
  assert.deepEqual(of({ told: { on: day, patterns: [], none: 'No clear pattern yet.' } }), { on: day, rows: [], none: 'No clear pattern yet.' });
  assert.ok(patternsFrom(told) < '2026-04-01', 'they look back half a year and more');
});

test('patterns that may rest on private entries are not told, those of a report without them are', () => {
  const older = { on: '2026-11-15', rows: [{ id: 'AN-01.second', sentence: 'The second day hurt more.', method: '' }], none: '' };
  const of = (kept, hidden) => seenOf(kept, asked, hidden);
  assert.match(of({ told, report: null }, true).none, /marked private/);
  assert.deepEqual(of({ told, report: older }, true), older);
  assert.equal(of({ told, report: older }, false).on, day, 'the newer one');
  const report = made([], {}, ['patterns'], older);
  assert.deepEqual(seenIn(report), { ...older, on: asked.today, none: '' });
  assert.equal(seenIn({ ...report, to: '2026-11-01' }), null);
  assert.equal(seenIn(made([], {}, ['tried'])), null);
  const [section] = report.sections;
  assert.deepEqual(section.blocks[1].text, 'The server looked for them on 15 Nov 2026. Later entries may change them.');
});

test('what is looked at begins a month before what the visit is compared with', () => {
  const visits = ['2026-10-01', '2026-11-01', '2026-12-24'].map((on) => ({ body: { on } }));
  assert.equal(sinceOf('2026-08-24', '2026-11-21', []), '2026-07-24');
  assert.equal(sinceOf('2026-11-10', '2026-11-21', visits), '2026-09-03');
  assert.equal(sinceOf('2026-08-24', '2026-11-21', visits), '2026-07-24');
  assert.equal(sinceOf('2026-11-10', '2026-11-21', [{ body: { at: '2026-10-01T09:00:00+02:00' } }]), '2026-08-03');
});

test('parts that this build does not know are none', () => {
  assert.deepEqual(known(['wishes', 'of another build', 'summary']), ['summary', 'wishes']);
});

test('a long diary is gathered in many short steps', () => {
  const records = Array.from({ length: 20_000 }, (_, number) => pain(`pain-${number}`, {}));
  const steps = gathered(records, asked, packs, none);
  let count = 0;
  while (!steps.next().done) count += 1;
  assert.ok(count >= 16, `${count} steps`);
});
