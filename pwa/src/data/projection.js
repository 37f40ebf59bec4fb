/**
 * What the screen shows of every record, stored beside the server's rows and the local ops it is made of, and
 * changed in the same transaction as they are. Nothing is ever decided by it: an edit and a sync read rows and ops.
 */
import { dayOfRec, hasLine, lineOf, partOf, patched, placeInDays } from '../domain/outline.js';
import { shown } from '../domain/overlay.js';

/**
 * @typedef {import('../domain/overlay.js').Rec} Rec
 * @typedef {import('../domain/overlay.js').Op} Op
 * @typedef {[space: string, id: string]} Key
 *
 * @typedef {object} Shown - one record as the screen shows it
 * @property {string} space
 * @property {string} id
 * @property {string} kind
 * @property {string} on - its place in the index of days, see domain/outline.js
 * @property {1 | 2} [wait] - 1: some of it waits to be sent, 2: the server did not take it; else absent
 * @property {1} [ask] - two versions of it wait to be looked at; else absent
 * @property {Rec} rec
 *
 * @typedef {object} Part - some days of the outline
 * @property {string} space
 * @property {string} part
 * @property {string} text
 * @property {[string, number][]} days
 *
 * @typedef {object} Tables
 * @property {import('dexie').Table<import('./database.js').StoredRow, Key>} rec
 * @property {import('dexie').Table<Op, number>} ops
 * @property {import('dexie').Table<Shown, Key>} shown
 * @property {import('dexie').Table<Part, [string, string]>} outline
 * @property {import('dexie').Table<{k: string, v: any}, string>} meta
 * @property {import('dexie').Table<import('./packs.js').PackList, string>} packed
 * @property {import('dexie').Table<import('./packs.js').Pack, string>} packs
 */

/** What a transaction that changes records works on. @param {Tables} db */
export const changedBy = ({ rec, ops, shown: screen, outline, meta, packed, packs }) => [rec, ops, screen, outline, meta, packed, packs];

const BATCH = 500;
const FIRST = ['', ''];
const LAST = ['\uffff', '\uffff'];

/** @typedef {{key: Key, before: Rec | null, after: Rec | null}} Turned */

/**
 * Inside a transaction: what was shown of some records gives way to what is shown now.
 * @param {Pick<Tables, 'shown' | 'outline'>} tables
 * @param {readonly Turned[]} turned
 */
export async function project({ shown: table, outline }, turned) {
  const gone = turned.filter(({ before, after }) => before && !after).map(({ key }) => key);
  const here = turned.flatMap(({ key, after }) => (after ? [projected(key[0], after)] : []));
  await Promise.all([
    gone.length > 0 && table.bulkDelete(gone), here.length > 0 && table.bulkPut(here), outlineAnew(outline, turned)]);
}

/** @param {string} space @param {Rec} rec @returns {Shown} */
export function projected(space, rec) {
  const wait = rec.blocked ? { wait: /** @type {const} */ (2) } : rec.waiting ? { wait: /** @type {const} */ (1) } : {};
  return { space, id: rec.id, kind: rec.kind, on: placeInDays(rec), ...wait, ...asks(rec), rec };
}

/** Who deleted it has decided; what was erased has no versions. @param {Rec} rec @returns {{ask?: 1}} */
export function asks({ conf, deleted, erased }) {
  return conf.length > 0 && !deleted && !erased ? { ask: 1 } : {};
}

/**
 * Inside a transaction: the lines of some records give way to what they say now.
 * @param {Tables['outline']} outline @param {readonly Turned[]} turned
 */
export async function outlineAnew(outline, turned) {
  /** @type {Map<string, {space: string, part: string, out: Set<string>, lines: string[]}>} */
  const parts = new Map();
  const of = (/** @type {string} */ space, /** @type {Rec} */ rec) => {
    const part = partOf(dayOfRec(rec));
    const name = `${space} ${part}`;
    const known = parts.get(name) ?? { space, part, out: new Set(), lines: [] };
    parts.set(name, known);
    return known;
  };
  for (const { key: [space, id], before, after } of turned) {
    const [old, line] = [before, after].map((rec) => (rec && hasLine(rec) ? lineOf(rec) : null));
    // That it was sent, or came back as it was, changes nothing that can be searched.
    if (old === line) continue;
    if (before && old !== null) of(space, before).out.add(id);
    if (after && line !== null) {
      const there = of(space, after);
      there.out.add(id);
      there.lines.push(line);
    }
  }
  if (parts.size === 0) return;
  const wanted = [...parts.values()];
  const stored = await outline.bulkGet(wanted.map(({ space, part }) => /** @type {[string, string]} */ ([space, part])));
  const next = wanted.map(({ space, part, out, lines }, i) => ({ space, part, ...patched(stored[i]?.text ?? '', out, lines) }));
  const empty = next.filter(({ text }) => text === '').map(({ space, part }) => /** @type {[string, string]} */ ([space, part]));
  await Promise.all([empty.length > 0 && outline.bulkDelete(empty), outline.bulkPut(next.filter(({ text }) => text !== ''))]);
}

/**
 * Inside a transaction: adds lines of records that had none.
 * @param {Tables['outline']} outline @param {string} space @param {ReadonlyMap<string, string[]>} lines - by part
 */
export async function linesAdded(outline, space, lines) {
  if (lines.size === 0) return;
  const stored = new Map((await partsAmong(outline, space, [...lines.keys()].sort())).map(({ part, text }) => [part, text]));
  await outline.bulkPut([...lines].map(([part, its]) => ({ space, part, ...patched(stored.get(part) ?? '', new Set(), its) })));
}

/** A part is ten days; of so many times as many, those between are read along rather than each asked for by itself. */
const DENSE = 3;

/** @param {Tables['outline']} outline @param {string} space @param {string[]} names - in order @returns {Promise<Part[]>} those that are there */
async function partsAmong(outline, space, names) {
  const [first, last] = [names[0], names[names.length - 1]];
  const days = (Date.parse(`${last}1`) - Date.parse(`${first}1`)) / 86_400_000;
  if (days <= names.length * 10 * DENSE) return outline.where('[space+part]').between([space, first], [space, last], true, true).toArray();
  const found = await outline.bulkGet(names.map((part) => /** @type {[string, string]} */ ([space, part])));
  return found.flatMap((part) => part ?? []);
}

/**
 * Inside a transaction: make all of it anew, some hundred records at a time. Rows and ops are only read.
 * @param {Omit<Tables, 'packed' | 'packs'>} tables - where no record lies in a pack
 */
export async function rebuild(tables) {
  const { rec, ops, shown: table, outline } = tables;
  await Promise.all([table.clear(), outline.clear()]);
  let after = FIRST;
  for (;;) {
    const [rows, edited] = await Promise.all([
      rec.where('[space+id]').between(after, LAST, false, true).limit(BATCH).toArray(),
      ops.where('[space+id]').between(after, LAST, false, true).limit(BATCH).toArray(),
    ]);
    if (rows.length === 0 && edited.length === 0) break;
    const last = lastWhole(rows, edited);
    // The ops of a record may go on behind the last one read.
    const its = await ops.where('[space+id]').between(after, last, false, true).toArray();
    await project(tables, together(rows.filter((row) => notBehind(row, last)), its));
    after = last;
  }
  await markAsMade(tables);
}

/**
 * The last record up to which both lists are whole.
 * @param {{space: string, id: string}[]} rows @param {{space: string, id: string}[]} edited @returns {Key}
 */
function lastWhole(rows, edited) {
  const ends = [rows, edited].filter((list) => list.length === BATCH).map((list) => list[list.length - 1]);
  const all = ends.length > 0 ? ends : [...rows.slice(-1), ...edited.slice(-1)];
  const pick = all.reduce((one, other) => ((compare(one, other) < 0) === (ends.length > 0) ? one : other));
  return [pick.space, pick.id];
}

/** @param {{space: string, id: string}} a @param {{space: string, id: string}} b */
function compare(a, b) {
  if (a.space !== b.space) return a.space < b.space ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** @param {{space: string, id: string}} row @param {Key} last */
const notBehind = (row, [space, id]) => compare(row, { space, id }) <= 0;

/** @param {import('./database.js').StoredRow[]} rows @param {Op[]} ops @returns {Turned[]} */
function together(rows, ops) {
  /** @type {Map<string, {key: Key, row?: import('../domain/overlay.js').Row, ops: Op[]}>} */
  const by = new Map();
  for (const { space, id, row } of rows) by.set(`${space} ${id}`, { key: [space, id], row, ops: [] });
  for (const op of ops) {
    const name = `${op.space} ${op.id}`;
    const known = by.get(name);
    if (known) known.ops.push(op);
    else by.set(name, { key: [op.space, op.id], ops: [op] });
  }
  return [...by.values()].map(({ key, row, ops: its }) => (
    { key, before: null, after: shown(row, its.sort((a, b) => (a.n ?? 0) - (b.n ?? 0))) }));
}

/**
 * Remembers up to which op and which pull the projection is whole.
 * @param {Pick<Tables, 'ops' | 'meta'>} tables
 */
async function markAsMade({ ops, meta }) {
  const last = await ops.orderBy('n').last();
  await meta.bulkPut([{ k: 'shown_n', v: last?.n ?? 0 }, { k: 'shown_turn', v: (await meta.get('turn'))?.v ?? 0 }]);
}
