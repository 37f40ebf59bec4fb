/** Many records at once: read in pages, and stored some hundred in one strict transaction, all of them or none. */
import { shown, seen } from '../domain/overlay.js';
import { nowParts } from '../domain/time.js';
import { randomId } from './chance.js';
import { causeName, PhoneFull, steadily } from './database.js';
import { packAt, packedCount, packsOf, unpack } from './packs.js';
import { changedBy, project } from './projection.js';

/**
 * @typedef {import('../domain/overlay.js').Rec} Rec
 * @typedef {import('../domain/overlay.js').Op} Op
 * @typedef {{rec: Rec, sv: number, losers: any[]}} Page - one record with what belongs to it
 */

const PAGE = 400;

/**
 * Every record of a diary once, some hundred at a time, so that the page can breathe between.
 * @param {import('./database.js').Diary} db @param {string} space
 * @returns {AsyncGenerator<Page[]>}
 */
export async function* pagesOf(db, space) {
  /** @type {Set<string>} */
  const told = new Set();
  for (const pack of await packsOf(db, space)) {
    const rows = await steadily(db, () => db.transaction('r', [db.packed, db.packs], async () => packAt(db, pack)));
    for (const { id } of rows) told.add(id);
    yield rows.map((row) => ({ rec: /** @type {Rec} */ (shown(row, [])), sv: row.sv ?? 1, losers: [] }));
  }
  // What was taken out of a pack meanwhile has been told.
  for await (const page of loosePages(db, space)) yield page.filter(({ rec }) => !told.has(rec.id));
}

/** Records that lie in no pack. @param {import('./database.js').Diary} db @param {string} space @returns {AsyncGenerator<Page[]>} */
async function* loosePages(db, space) {
  let after = '';
  for (;;) {
    const from = after;
    const read = await steadily(db, () => db.transaction('r', [db.shown, db.rec, db.losers], async () => {
      const found = await db.shown.where('[space+id]').between([space, from], [space, '\uffff'], false, true).limit(PAGE).toArray();
      const keys = found.map(({ id }) => /** @type {[string, string]} */ ([space, id]));
      const asked = found.filter(({ rec }) => rec.conf.length > 0).map(({ id }) => [space, id]);
      const [rows, losers] = await Promise.all([
        db.rec.bulkGet(keys), asked.length > 0 ? db.losers.where('[space+id]').anyOf(asked).toArray() : []]);
      return found.map(({ id, rec }, i) => ({ rec, sv: rows[i]?.row.sv ?? 1, losers: losers.filter((one) => one.id === id) }));
    }));
    if (read.length > 0) yield read;
    if (read.length < PAGE) return;
    after = read[read.length - 1].rec.id;
  }
}

/** How many there are, deleted ones too. @param {import('./database.js').Diary} db @param {string} space */
export async function countOf(db, space) {
  const loose = db.shown.where('[space+id]').between([space, ''], [space, '\uffff']).count();
  return await loose + await packedCount(db, space);
}

/** Rows of kinds this build does not know, as they came. @param {import('./database.js').Diary} db @param {string} space @returns {Promise<any[]>} */
export async function parkedRows(db, space) {
  return (await db.parked.where('[space+id]').between([space, ''], [space, '\uffff']).toArray()).map(({ row }) => row);
}

/**
 * @typedef {object} Wanted - what becomes of one record
 * @property {boolean} restore
 * @property {Record<string, any>[]} sets - one op each
 */

/**
 * Stores some hundred records in one strict transaction: all of them, or none.
 * @template {{id: string, kind: string}} T
 * @param {import('./database.js').Diary} db @param {string} space
 * @param {readonly T[]} items - no two of one id
 * @param {(item: T, rec: Rec | null) => Wanted} decide - asked inside of the transaction, of the record as it is then
 * @returns {Promise<void>}
 * @throws {PhoneFull} when there is no room; none of them is stored then
 */
export async function saveMany(db, space, items, decide) {
  const { at, tz } = nowParts();
  const stamp = () => ({ op: randomId(), made_at: at, made_tz: tz });
  try {
    // Done again after a lost connection it finds what was stored, and adds nothing.
    await steadily(db, () => db.transaction('rw', changedBy(db), async () => {
      const keys = items.map(({ id }) => /** @type {[string, string]} */ ([space, id]));
      await unpack(db, keys);
      const [rows, edits] = await Promise.all([db.rec.bulkGet(keys), editsOf(db, keys)]);
      const made = items.flatMap((item, i) => {
        const its = edits.get(item.id) ?? [];
        const before = shown(rows[i]?.row, its);
        const ops = opsFor(before, { space, id: item.id, kind: item.kind }, decide(item, before), stamp);
        return ops.length === 0 ? [] : [{ key: keys[i], before, ops, after: shown(rows[i]?.row, [...its, ...ops]) }];
      });
      if (made.length === 0) return;
      const last = await db.ops.bulkAdd(made.flatMap(({ ops }) => ops));
      await Promise.all([project(db, made), db.meta.put({ k: 'shown_n', v: last })]);
    }));
  } catch (error) {
    if (causeName(error) === 'QuotaExceededError') throw new PhoneFull();
    throw error;
  }
}

/** @param {import('./database.js').Diary} db @param {[string, string][]} keys @returns {Promise<Map<string, Op[]>>} in order */
async function editsOf(db, keys) {
  const found = await db.ops.where('[space+id]').anyOf(keys).toArray();
  /** @type {Map<string, Op[]>} */
  const by = new Map();
  for (const op of found.sort((a, b) => (a.n ?? 0) - (b.n ?? 0))) by.set(op.id, [...by.get(op.id) ?? [], op]);
  return by;
}

/**
 * @param {Rec | null} before @param {{space: string, id: string, kind: string}} of @param {Wanted} wanted
 * @param {() => {op: string, made_at: string, made_tz: string}} stamp
 * @returns {Op[]}
 */
function opsFor(before, of, { restore, sets }, stamp) {
  const base = () => ({ ...stamp(), ...of, sv: 1, state: /** @type {const} */ ('queued') });
  const back = restore && before?.deleted ? [{ ...base(), t: /** @type {const} */ ('restore'), base: before.cur_op }] : [];
  const puts = sets.filter((set) => Object.keys(set).length > 0)
    .map((set) => ({ ...base(), t: /** @type {const} */ ('put'), was: seen(before, set), set }));
  const made = [...back, ...puts];
  // Each was made on the one before it.
  return made.map((op, i) => ({ ...op, ...(i > 0 ? { base: made[i - 1].op } : before?.cur_op ? { base: before.cur_op } : {}) }));
}
