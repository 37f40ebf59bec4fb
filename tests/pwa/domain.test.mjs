import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { recordId, sharedId, uuid5, uuid7 } from '../../pwa/src/domain/ids.js';
import { differing, seen, shown } from '../../pwa/src/domain/overlay.js';
import { sentence, severityWord } from '../../pwa/src/domain/symptom.js';
import { lived } from '../../pwa/src/domain/time.js';
import { usualEntry } from '../../pwa/src/domain/usual.js';
import { syncWords } from '../../pwa/src/state/sync-words.js';

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(255);

test('a UUIDv7 carries its time in front and sorts by it', () => {
  assert.equal(uuid7(0x017f22e279b0, ones), '017f22e2-79b0-7fff-bfff-ffffffffffff');
  assert.ok(uuid7(1000, ones) < uuid7(1001, zeros));
});

test('a record id tells no more than the quarter hour', () => {
  const quarter = Date.UTC(2026, 10, 21, 9, 15);
  assert.equal(recordId(quarter + 14 * 60_000 + 59_999, zeros), recordId(quarter, zeros));
  assert.notEqual(recordId(quarter + 15 * 60_000, zeros), recordId(quarter, zeros));
});

test('a UUIDv5 is the one everybody computes', () => {
  assert.equal(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
  const space = '329b3b60-b17b-4603-bd58-7dfc914251ea';
  assert.equal(sharedId(space, 'daily', { on: '2026-11-21' }), uuid5(space, 'daily:2026-11-21'));
  assert.equal(sharedId(space, 'symptom', {}), null);
});

test('a moment keeps its offset and the date as it was lived', () => {
  assert.deepEqual(lived(new Date('2026-11-21T08:02:11Z'), 'Europe/Berlin'), { at: '2026-11-21T09:02:11+01:00', on: '2026-11-21', tz: 'Europe/Berlin' });
  assert.equal(lived(new Date('2026-11-21T23:30:00Z'), 'Asia/Kolkata').at, '2026-11-22T05:00:00+05:30');
  assert.equal(lived(new Date('2026-11-21T02:00:00Z'), 'America/New_York').on, '2026-11-20');
});

test('the repeated hour of autumn is two instants', () => {
  const first = lived(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin').at;
  const second = lived(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin').at;
  assert.deepEqual([first, second], ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']);
});

test('an entry reads as a short sentence', () => {
  const labels = { place: () => 'Right hip', word: () => 'Aching' };
  assert.equal(sentence({ regions: [{}], severity_nrs: 6, words: ['aching'] }, labels), 'Right hip, 6, aching');
  assert.equal(sentence({ severity_nrs: 0 }, labels), '0');
  assert.equal(sentence({ hard_day: true }, labels), 'Hard day');
  assert.deepEqual([0, 3, 5, 7, 10].map(severityWord), ['none', 'mild', 'medium', 'strong', 'worst I can imagine']);
});

const row = { id: 'r', kind: 'symptom', body: { a: 1, b: 2 }, fop: { a: 'o1', b: 'o1' }, cur_op: 'o1', deleted: false, conf: [] };
const op = (/** @type {object} */ more) => ({ op: 'x', space: 's', id: 'r', kind: 'symptom', sv: 1, made_at: '', made_tz: '', state: 'queued', ...more });

test('ops lie over the row in their order', () => {
  const rec = shown(row, [op({ op: 'o2', t: 'put', set: { a: 5 } }), op({ op: 'o3', t: 'put', set: { a: 6 } })]);
  assert.deepEqual(rec.body, { a: 6, b: 2 });
  assert.deepEqual(rec.fop, { a: 'o3', b: 'o1' });
  assert.deepEqual(seen(rec, { a: 7, b: 7, c: 7 }), { a: 'o3', b: 'o1', c: null });
  assert.deepEqual(row.body, { a: 1, b: 2 }, 'the row itself is not touched');
});

test('a delete hides, a restore and an edit bring back, and the text is still there', () => {
  const del = op({ op: 'd', t: 'del' });
  assert.equal(shown(row, [del]).deleted, true);
  assert.deepEqual(shown(row, [del]).body, row.body);
  assert.equal(shown(row, [del, op({ op: 'r', t: 'restore' })]).deleted, false);
  assert.equal(shown(row, [del, op({ op: 'p', t: 'put', set: { a: 9 } })]).deleted, false);
});

test('only what the server has not acknowledged is waiting', () => {
  assert.equal(shown(row, [op({ t: 'put', set: {}, state: 'acked' })]).waiting, false);
  assert.equal(shown(null, [op({ t: 'put', set: {} })]).waiting, true);
  assert.equal(shown(null, [op({ t: 'put', set: {}, state: 'blocked', code: 'no' })]).blocked, 'no');
  assert.equal(shown(null, []), null);
});

const entry = (severity_nrs, at, more = {}) => ({ id: at, body: { symptom: 'pain', severity_nrs, at, on: at.slice(0, 10), regions: [], ...more } });

test('the usual is met three times in four weeks; of two as frequent the newer', () => {
  const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'].map((on) => `${on}T09:00:00+01:00`);
  assert.equal(usualEntry(days.slice(0, 2).map((at) => entry(5, at)), '2026-11-21'), null);
  const both = [...days.slice(0, 3).map((at) => entry(5, at)), ...days.slice(3).map((at) => entry(6, at, { note: 'mine' }))];
  const found = usualEntry(both, '2026-11-21');
  assert.equal(found.values.severity_nrs, 6);
  assert.equal('note' in found.values, false);
  assert.equal(usualEntry(both, '2027-01-21'), null);
});

test('the usual agrees with the server on every shared case', () => {
  const cases = JSON.parse(readFileSync(new URL('../vectors/usual.json', import.meta.url), 'utf8'));
  for (const { case: name, entries, today, usual } of cases) {
    const found = usualEntry(entries.map((/** @type {any} */ body) => ({ body })), today);
    assert.deepEqual(found?.values ?? null, usual, name);
  }
});

test('a moment travels whole: at, on and tz are one thing', () => {
  const rec = shown({ id: 'x', kind: 'safety', body: { at: '2026-11-21T09:00:00+01:00', on: '2026-11-21', tz: 'Europe/Berlin', tier: 'E2' }, fop: {}, deleted: false }, []);
  const later = { at: '2026-11-21T10:00:00+01:00', on: '2026-11-21', tz: 'Europe/Berlin' };
  assert.deepEqual(differing(rec, { ...later, tier: 'E2' }), later);
  assert.deepEqual(differing(rec, { ...rec.body }), {});
  assert.deepEqual(differing(rec, { tier: 'E1' }), { tier: 'E1' });
});

const facts = { account: true, waiting: 0, blocked: 0, busy: false, trouble: null, sentAt: null };
const line = (/** @type {object} */ more) => syncWords({ ...facts, ...more }, () => '09:41').text;

test('the line says only what is true', () => {
  assert.equal(line({ account: false, waiting: 3 }), 'On this phone only');
  assert.equal(line({ waiting: 3 }), 'On this phone (3 waiting)');
  assert.equal(line({ waiting: 3, busy: true }), 'Sending');
  assert.equal(line({ sentAt: 'x' }), 'All sent at 09:41');
  assert.equal(line({ waiting: 3, trouble: 'offline' }), 'Could not send: no connection. All 3 are safe here.');
  assert.equal(line({ sentAt: 'x', trouble: 'offline' }), 'All sent at 09:41', 'without anything waiting it stays true');
  assert.equal(line({ waiting: 50, trouble: 'signed_out' }), 'Could not send: you are signed out. Sign in to send 50 entries.');
  assert.equal(line({ waiting: 2, blocked: 1 }), 'Could not send: 1 entry needs your attention. All 2 are safe here.');
});

test('a field that the row does not name was set by the op of its newest state', () => {
  const rec = shown({ id: 'r', kind: 'symptom', body: { a: 1, b: 2 }, fop: { a: 'o1' }, cur_op: 'o2', deleted: false, conf: [] }, []);
  assert.deepEqual(rec.fop, { a: 'o1', b: 'o2' });
  const theirs = shown({ id: 'r', kind: 'symptom', body: { a: 1 }, fop: {}, cur_op: null, deleted: false, conf: [] }, []);
  assert.deepEqual(theirs.fop, {});
});

test('of a record that is not here, nothing is shown until a word of it is', () => {
  const op = (t, more = {}) => ({ op: `op ${t}`, space: 's', id: 'a', kind: 'symptom', sv: 1, t, made_at: '', made_tz: '', state: 'queued', ...more });
  for (const alone of [op('resolve', { ops: ['lost'] }), op('restore', { base: 'gone' }), op('del', { base: 'gone' })]) {
    assert.deepEqual([shown(null, [alone]).deleted, shown(null, [alone]).waiting], [true, true], alone.t);
  }
  assert.equal(shown(null, [op('put', { set: { note: 'here' } })]).deleted, false);
  assert.equal(shown(null, [op('resolve', { ops: ['lost'], set: { note: 'both' } })]).deleted, false);
});
