/** A person's own diary as a file, made on this phone of what is stored on it: without a network, and signed out too. */
import { countOf, pagesOf, parkedRows } from '../data/bulk.js';
import { BOM, momentOf, tableHead, tableRow } from '../domain/csv.js';
import { fileName, firstLine, lastLine, lineOf } from '../domain/export.js';
import { FIELD_TABLE } from '../domain/field-table.js';
import { nowParts } from '../domain/time.js';
import { label } from './content.js';
import { mustBeOpen } from './opened.js';
import { recordOf } from './records.js';
import { session } from './session.js';

/**
 * @typedef {{blob: Blob, name: string, count: number}} Made - count: of records in it
 * @typedef {(done: number, all: number) => void} Tell - done: records read so far
 */

/**
 * Everything in the open diary, also what was deleted, what waits and what this build does not know.
 * @param {Tell} tell
 * @returns {Promise<Made>}
 */
export async function wholeCopy(tell) {
  const { db, space } = mustBeOpen();
  const { at, on, tz } = nowParts();
  const all = await countOf(db, space);
  const me = session.value.account?.id ?? null;
  /** @type {string[]} */
  const parts = [];
  let count = 0;
  const put = (/** @type {object[]} */ lines) => {
    if (lines.length === 0) return;
    parts.push((count > 0 ? ',\n' : '') + lines.map((line) => JSON.stringify(line)).join(',\n'));
    count += lines.length;
  };
  for await (const page of pagesOf(db, space)) {
    put(page.map(({ rec, sv, losers }) => lineOf(rec, { sv, me, losers })));
    tell(count, Math.max(all, count));
  }
  put((await parkedRows(db, space)).map((row) => parkedLine(row, me)));
  const blob = new Blob([firstLine({ at, tz, space }), ...parts, lastLine(count)], { type: 'application/json' });
  return { blob, name: fileName(on, 'json'), count };
}

/** A record of a kind this build does not know. @param {any} row @param {string | null} me */
const parkedLine = ({ id, kind, sv = 1, body, deleted, cur_op = null, author = null }, me) => lineOf({
  id, kind, body, deleted, author, cur_op, waiting: false, conf: [], fop: {}, blocked: null, erased: false,
}, { sv, me, losers: [] });

/**
 * How many records of each kind are in the diary, deleted ones left out.
 * @param {Tell} tell
 * @returns {Promise<[kind: string, count: number][]>} in the order of the kinds, those without one left out
 */
export async function kindCounts(tell) {
  const { db, space } = mustBeOpen();
  const all = await countOf(db, space);
  /** @type {Map<string, number>} */
  const counts = new Map();
  let done = 0;
  for await (const page of pagesOf(db, space)) {
    for (const { rec } of page) if (!rec.deleted) counts.set(rec.kind, (counts.get(rec.kind) ?? 0) + 1);
    tell(done += page.length, all);
  }
  return Object.keys(FIELD_TABLE).flatMap((kind) => (counts.has(kind) ? [/** @type {[string, number]} */ ([kind, counts.get(kind)])] : []));
}

/**
 * The records of one kind as a table, oldest first, deleted ones left out.
 * @param {string} kind @param {Tell} tell
 * @param {(rec: import('../domain/overlay.js').Rec) => boolean} [wanted] - all of them unless given
 * @returns {Promise<Made>}
 */
export async function tableOf(kind, tell, wanted = () => true) {
  const { db, space } = mustBeOpen();
  const all = await countOf(db, space);
  const wording = { label: (/** @type {string} */ list, /** @type {string} */ id) => label(list, id), named };
  /** @type {[string, string][]} */
  const rows = [];
  let done = 0;
  for await (const page of pagesOf(db, space)) {
    for (const { rec } of page) {
      if (rec.kind === kind && !rec.deleted && wanted(rec)) rows.push([momentOf(rec), tableRow(rec, wording, writerOf(rec))]);
    }
    tell(done += page.length, all);
  }
  rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const blob = new Blob([BOM, tableHead(kind), ...rows.map(([, row]) => row)], { type: 'text/csv;charset=utf-8' });
  return { blob, name: fileName(nowParts().on, 'csv', 'table'), count: rows.length };
}

/** A medicine by its name; anything else by its id. @param {string} id */
const named = (id) => recordOf(id)?.body.regimen?.name ?? id;

/** @param {import('../domain/overlay.js').Rec} rec */
const writerOf = ({ author }) => author?.name ?? session.value.account?.display_name ?? '';
