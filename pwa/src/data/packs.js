/**
 * Rows that came with a first reading and lie far back, stored by the hundred as one value each: a store that takes a
 * moment for each value takes ten years of entries in a few. A record is either in one pack, and then no op was made
 * on it, or it has a row of its own. Screens read both; whatever changes a record takes it out of its pack first.
 */
import { DATED, dayOfRec, hasLine, lineOf, partOf } from '../domain/outline.js';
import { shown } from '../domain/overlay.js';
import { randomId } from './chance.js';
import { linesAdded, outlineAnew, projected } from './projection.js';

/**
 * @typedef {import('../domain/overlay.js').Row} Row
 * @typedef {import('./projection.js').Tables} Tables
 * @typedef {import('./projection.js').Key} Key
 *
 * @typedef {object} PackList - what one pack holds
 * @property {string} pack - its name
 * @property {string} space
 * @property {number} gen - as of a stored row
 * @property {string} from - the first day of a record in it
 * @property {string} to - the last one
 * @property {string} least - the first of its ids
 * @property {string} most - the last one
 * @property {string} ids - in order, with a space between
 *
 * @typedef {{pack: string, data: Uint8Array}} Pack - the rows as JSON
 *
 * @typedef {object} Packing - which rows are packed
 * @property {number} least - fewer are stored one by one
 * @property {() => string} before - only of days before this one
 */

/** So many rows are one value: read in a moment, and written in one. */
const ROWS = 100;

/** @param {readonly Row[]} rows @returns {Uint8Array} */
const written = (rows) => new TextEncoder().encode(JSON.stringify(rows));

/** @param {PackList} list @returns {string[]} */
const idsOf = ({ ids }) => ids.split(' ');

/** Nothing but its words will ever be asked of it. @param {Row} row @param {string} before */
function liesBack({ kind, body, deleted, erased, conf, lost }, before) {
  if (deleted || erased || (conf?.length ?? 0) > 0 || (lost?.length ?? 0) > 0 || !DATED.has(kind)) return false;
  return dayOfRow({ kind, body }) < before;
}

/** A row says all that a line is made of. @param {any} row @returns {import('../domain/overlay.js').Rec} */
const said = (row) => row;

/** @param {{kind: string, body: Record<string, any>}} row */
const dayOfRow = (row) => dayOfRec(said(row));

/**
 * Inside a transaction: packs those rows of a page that lie far back and that this phone knows nothing of.
 * @param {Tables} tables @param {string} space @param {number} gen @param {readonly Row[]} rows - none of them in a pack
 * @param {Packing} packing @param {(ids: string[]) => Promise<ReadonlySet<string>>} knownAmong - what is here of them
 * @returns {Promise<Row[]>} the others
 */
export async function pack(tables, space, gen, rows, { least, before }, knownAmong) {
  const day = before();
  const back = rows.filter((row) => liesBack(row, day));
  if (back.length < least) return [...rows];
  const known = await knownAmong(back.map(({ id }) => id));
  const last = new Map(back.map((row) => [row.id, row]));
  const packed = [...last.values()].filter(({ id }) => !known.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (packed.length < least) return [...rows];
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  /** @type {PackList[]} */
  const lists = [];
  // Part by part, so that a tap between two of them is answered at once.
  for (let from = 0; from < packed.length; from += ROWS) lists.push(await packOf(tables, space, gen, packed.slice(from, from + ROWS), lines));
  await Promise.all([tables.packed.bulkAdd(lists), linesAdded(tables.outline, space, lines)]);
  const gone = new Set(packed.map(({ id }) => id));
  return rows.filter(({ id }) => !gone.has(id));
}

/**
 * @param {Tables} tables @param {string} space @param {number} gen @param {Row[]} rows - in the order of their ids
 * @param {Map<string, string[]>} lines - by part of the outline; theirs are added
 * @returns {Promise<PackList>} what is to be noted of it
 */
async function packOf(tables, space, gen, rows, lines) {
  const pack = randomId();
  const days = rows.map(dayOfRow);
  for (const [i, row] of rows.entries()) {
    if (!hasLine(said(row))) continue;
    const part = partOf(days[i]);
    const its = lines.get(part) ?? [];
    its.push(lineOf(said(row), days[i]));
    lines.set(part, its);
  }
  days.sort();
  await tables.packs.add({ pack, data: written(rows) });
  return { pack, space, gen, from: days[0], to: days[days.length - 1], ...named(rows) };
}

/** @param {Row[]} rows - in the order of their ids @returns {Pick<PackList, 'least' | 'most' | 'ids'>} */
const named = (rows) => ({ least: rows[0].id, most: rows[rows.length - 1].id, ids: rows.map(({ id }) => id).join(' ') });

/** @param {Tables} tables @param {string} space @param {string} [first] - only packs with days from this one on */
const daysFrom = (tables, space, first = '') => tables.packed.where('[space+to]').between([space, first], [space, '\uffff']);

/** @param {Tables} tables @param {string} space @param {string} [first] @returns {Promise<PackList[]>} */
const listsOf = (tables, space, first) => daysFrom(tables, space, first).toArray();

/** @param {Tables} tables @param {PackList[]} lists @returns {Promise<Row[][]>} of each list the rows it names */
async function rowsIn(tables, lists) {
  const packs = await tables.packs.bulkGet(lists.map(({ pack }) => pack));
  return lists.map((list, i) => {
    const ids = new Set(idsOf(list));
    const rows = /** @type {Row[]} */ (JSON.parse(new TextDecoder().decode(packs[i]?.data)));
    return rows.filter(({ id }) => ids.has(id));
  });
}

/**
 * The packs that hold one of some records. New ids come behind old ones, so that few have to be looked into.
 * @param {Tables} tables @param {string} space @param {ReadonlySet<string>} ids
 * @returns {Promise<PackList[]>}
 */
async function holding(tables, space, ids) {
  const sorted = [...ids].sort();
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const near = await tables.packed.where('[space+most]').between([space, first], [space, '\uffff']).toArray();
  return near.filter((list) => list.least <= last && idsOf(list).some((id) => ids.has(id)));
}

/**
 * Those rows of some records that lie in packs.
 * @param {Tables} tables @param {string} space @param {readonly string[]} ids
 * @returns {Promise<Map<string, Row>>}
 */
export async function packedRows(tables, space, ids) {
  const wanted = new Set(ids);
  const lists = wanted.size === 0 ? [] : await holding(tables, space, wanted);
  const rows = (await rowsIn(tables, lists)).flat().filter(({ id }) => wanted.has(id));
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Packed records of some days.
 * @param {Tables} tables @param {string} space @param {string} first @param {string} last - inclusive
 * @returns {Promise<import('../domain/overlay.js').Rec[]>} in no order
 */
export async function packedBetween(tables, space, first, last) {
  const lists = (await listsOf(tables, space, first)).filter(({ from }) => from <= last);
  return (await rowsIn(tables, lists)).flat().flatMap((row) => {
    const on = dayOfRow(row);
    return on >= first && on <= last ? /** @type {import('../domain/overlay.js').Rec} */ (shown(row, [])) : [];
  });
}

/** How many records lie in packs. @param {Tables} tables @param {string} space */
export async function packedCount(tables, space) {
  return (await listsOf(tables, space)).reduce((sum, list) => sum + idsOf(list).length, 0);
}

/** The names of a space's packs. @param {Tables} tables @param {string} space @param {string} [first] @returns {Promise<string[]>} */
export const packsOf = (tables, space, first) => daysFrom(tables, space, first).primaryKeys();

/**
 * Rows of some packs, as the server sent them, of days before another one.
 * @param {Tables} tables @param {string[]} packs - their names @param {string} first @param {string} end - not one of them
 * @returns {Promise<import('../domain/overlay.js').Rec[]>}
 */
export async function packedIn(tables, packs, first, end) {
  const lists = (await tables.packed.bulkGet(packs)).flatMap((list) => (list && list.from < end ? [list] : []));
  return (await rowsIn(tables, lists)).flat().filter((row) => {
    const on = dayOfRow(row);
    return on >= first && on < end;
  }).map(said);
}

/** What is in one pack now. @param {Tables} tables @param {string} pack @returns {Promise<Row[]>} */
export async function packAt(tables, pack) {
  const list = await tables.packed.get(pack);
  return list ? (await rowsIn(tables, [list]))[0] : [];
}

/**
 * Inside a transaction: some records get rows of their own, as before anything is changed of them. What is not in a
 * pack stays as it is.
 * @param {Tables} tables @param {readonly Key[]} keys
 */
export async function unpack(tables, keys) {
  if (keys.length === 0 || await tables.packed.count() === 0) return;
  for (const space of new Set(keys.map(([its]) => its))) {
    const wanted = new Set(keys.filter(([its]) => its === space).map(([, id]) => id));
    const lists = await holding(tables, space, wanted);
    for (const list of lists) await takeOut(tables, list, wanted);
  }
}

/**
 * What is left is written anew, so that nothing stays of what is deleted or erased next.
 * @param {Tables} tables @param {PackList} list @param {ReadonlySet<string>} wanted
 */
async function takeOut(tables, list, wanted) {
  const { pack, space, gen } = list;
  const [rows] = await rowsIn(tables, [list]);
  const out = rows.filter(({ id }) => wanted.has(id));
  const stay = rows.filter(({ id }) => !wanted.has(id));
  await Promise.all([
    tables.rec.bulkPut(out.map((row) => ({ space, id: row.id, kind: row.kind, gen, row }))),
    tables.shown.bulkPut(out.map((row) => projected(space, /** @type {import('../domain/overlay.js').Rec} */ (shown(row, []))))),
    stay.length === 0 ? removed(tables, pack) : Promise.all([
      tables.packs.put({ pack, data: written(stay) }), tables.packed.put({ ...list, ...named(stay) })])]);
}

/** @param {Tables} tables @param {string} pack */
const removed = (tables, pack) => Promise.all([tables.packs.delete(pack), tables.packed.delete(pack)]);

/** Inside a transaction: every packed record gets a row of its own. @param {Tables} tables */
export async function unpackAll(tables) {
  for (const list of await tables.packed.toArray()) await takeOut(tables, list, new Set(idsOf(list)));
}

/**
 * Inside a transaction: forgets packed records, and their lines.
 * @param {Tables} tables @param {string} space @param {number} [gen] - only those of an older reading
 */
export async function dropPacks(tables, space, gen = Infinity) {
  for (const list of (await listsOf(tables, space)).filter((one) => one.gen < gen)) {
    const [rows] = await rowsIn(tables, [list]);
    await outlineAnew(tables.outline, rows.map((row) => ({ key: /** @type {Key} */ ([space, row.id]), before: said(row), after: null })));
    await removed(tables, list.pack);
  }
}
