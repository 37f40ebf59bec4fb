/** What the tests of the diary's file share: diaries of every kind, their files, and bringing one in. */
import assert from 'node:assert/strict';

import './fresh-storage.mjs';
import { FIELD_TABLE } from '../../pwa/src/domain/field-table.js';
import { sharedId } from '../../pwa/src/domain/ids.js';
import { alike } from '../../pwa/src/domain/import-merge.js';
import { LISTS, chance, draw } from './random-body.mjs';

const opened = await import('../../pwa/src/state/opened.js');
const { saveMany } = await import('../../pwa/src/data/bulk.js');
const { vocabulary } = await import('../../pwa/src/state/content.js');
const { wholeCopy } = await import('../../pwa/src/state/export.js');
const { incoming, look, putAway, take, NOTHING_CHOSEN } = await import('../../pwa/src/state/import.js');

const KINDS = Object.keys(FIELD_TABLE).filter((kind) => kind !== 'share');
const ELSEWHERE = '019aa0b4-8a00-7c3e-9b5f-3f1c7f2a4d10';
export const silent = () => {};
let spaces = 0;

/** An empty diary. */
export const fresh = () => opened.open(`019aa0b4-8a00-7c3e-9b5f-${String(spaces += 1).padStart(12, '0')}`);

vocabulary.value = Object.fromEntries(Object.entries(LISTS).map(([name, ids]) => [name, [...ids].map((id) => ({ id, label: id }))]));

/** Stores records of every kind in the open diary. @param {number} seed @param {number} many - of each kind */
export async function fill(seed, many) {
  const { body, uuid } = draw(chance(seed));
  const { db, space } = opened.mustBeOpen();
  const made = new Map();
  for (const kind of KINDS) {
    for (let i = 0; i < many; i += 1) {
      const set = body(kind);
      const id = sharedId(space, kind, set) ?? uuid();
      if (!made.has(id)) made.set(id, { id, kind, set });
    }
  }
  await saveMany(db, space, [...made.values()], ({ set }) => ({ restore: false, sets: [set] }));
  await opened.readAgain();
  return made;
}

/** The file of the open diary, as text. */
export const copyText = async () => (await wholeCopy(silent)).blob.text();
/** The records of a file. */
export const linesOf = (/** @type {string} */ text) => JSON.parse(text).records;
/** A file made by hand; a text stands for a line as it is. */
export const fileOf = (/** @type {any[]} */ rows, space = ELSEWHERE) => new Blob([`{"format":"limber-diary","version":1,"space":"${space}","records":[\n${
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join(',\n')}\n],"count":${rows.length}}\n`]);

/** Reads a file and takes it. @param {Blob | string} file @param {object} [choice] */
export async function bring(file, choice = {}) {
  await look(typeof file === 'string' ? new Blob([file]) : file);
  assert.equal(incoming.value.step, 'asking', JSON.stringify(incoming.value));
  const { plan } = incoming.value;
  await take(plan, { ...NOTHING_CHOSEN, ...choice });
  const { result } = incoming.value;
  putAway();
  return { plan, result };
}

/** What a diary says, without what is its own. @param {any[]} lines */
export const saying = (lines) => lines.filter((line) => !line.deleted).map(({ id, kind, body }) => ({ id, kind, body }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

export function assertAlike(/** @type {any[]} */ one, /** @type {any[]} */ other) {
  assert.equal(one.length, other.length);
  one.forEach((line, i) => assert.ok(alike(line, other[i]), `${JSON.stringify(line)}\n${JSON.stringify(other[i])}`));
}
