import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { materialOf } from '../../pwa/src/domain/report/material.js';
import { ownReport } from '../../pwa/src/domain/report/own.js';
import { lastVisit, periodOf } from '../../pwa/src/domain/report/period.js';
import { PARTS, USUAL, without } from '../../pwa/src/domain/report/shape.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const { lists } = read('backend/content/vocabulary.json');
const label = (list, id) => lists[list].find((one) => one.id === id).label;
const asked = { first: '2026-11-01', last: '2026-11-21', today: '2026-11-21', secret: false, tender: false, owner: 'me' };
const made = (records, more = {}, parts = USUAL) => ownReport(materialOf(records, { ...asked, ...more }, label), parts, 'Rosa Keller');
const rowsOf = (report) => new Map(report.sections.flatMap(({ blocks }) => blocks).flatMap(({ rows = [] }) => rows).map(({ id, cells }) => [id, cells]));
const pain = (id, body, more = {}) => ({ id, kind: 'symptom', body: { on: '2026-11-20', symptom: 'pain', severity_nrs: 5, regions: [], ...body }, ...more });
const days = (records, more) => rowsOf(made(records, more)).get('summary.days')[1].split('.')[0];

for (const { name, records, rows, tables, chart, period, ...days_ } of read('tests/vectors/report.json')) {
  test(`the phone's report says what the server's says: ${name}`, () => {
    const report = made(records, days_);
    assert.equal(report.period, period);
    const found = rowsOf(report);
    for (const [id, cells] of Object.entries(rows)) assert.deepEqual(found.get(id), cells, id);
    const blocks = new Map(report.sections.flatMap((section) => section.blocks).map((block) => [block.id, block]));
    for (const [id, lines] of Object.entries(tables)) {
      // The server's table of relief adds the medical word to each name.
      const cells = blocks.get(id).rows.map((row) => (id === 'tried.relief' ? row.cells.slice(1) : row.cells));
      assert.deepEqual(cells, lines, id);
    }
    const { summary, data } = blocks.get('summary.chart');
    assert.equal(summary, chart.summary);
    assert.equal(data.unit, chart.unit);
    assert.deepEqual(data.points.map(({ worst, median }) => [worst, median]), chart.points);
  });
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
