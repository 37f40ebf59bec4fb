/**
 * Reading the file of a diary: line by line, so that one bad line costs one record and a long file never holds
 * the page up. Nothing in a file is believed before it was checked. Pure.
 */
import { FILE_VERSION, FORMAT } from './export.js';
import { FIELD_TABLE } from './field-table.js';
import { checkedBody, UUID } from './valid.js';

/**
 * @typedef {object} Head - what a file says of itself
 * @property {string | null} space - whose diary
 * @property {string | null} made_at
 *
 * @typedef {object} Item - a record of a file that could be stored
 * @property {number} row - counted from 1
 * @property {string} id - as in the file; its own in this diary once it was placed
 * @property {string} kind
 * @property {Record<string, any>} set - every field that says something
 * @property {boolean} deleted
 * @property {string | null} by - the name of the person who wrote it, where that was somebody else
 *
 * @typedef {{row: number, kind: string, day: string, why: string}} Refused - why: a whole sentence
 * @typedef {'not_ours' | 'newer' | 'unreadable'} Trouble
 * @typedef {{head: Head, rows: Iterable<[number, any]>, end: () => {cut: boolean, count: number | null}}} Opened
 */

/** Stands for a line that is no record. */
export const BROKEN = Symbol('a line that cannot be read');

/**
 * @param {string} text - the whole file
 * @returns {Opened | {trouble: Trouble}} rows: [number, what is on the line or BROKEN]; end: to be asked after them
 */
export function openFile(text) {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const break1 = text.indexOf('\n', from);
  const line = text.slice(from, break1 < 0 ? text.length : break1).trimEnd();
  const opened = line.endsWith('"records":[') && break1 > 0 ? byLines(text, break1 + 1, line) : whole(text.slice(from));
  if (typeof opened === 'string') return { trouble: opened };
  const { format, version } = opened.said;
  if (format !== FORMAT) return { trouble: 'not_ours' };
  if (!Number.isInteger(version) || version < 1) return { trouble: 'unreadable' };
  if (version > FILE_VERSION) return { trouble: 'newer' };
  const { space, made_at: made } = opened.said;
  return { ...opened, head: {
    space: typeof space === 'string' && UUID.test(space) ? space : null,
    made_at: typeof made === 'string' && /^\d{4}-\d\d-\d\dT/.test(made) ? made.slice(0, 40) : null } };
}

/** @typedef {Omit<Opened, 'head'> & {said: Record<string, any>}} Parts */

/** A file as this app writes it. @param {string} text @param {number} from @param {string} first @returns {Parts | Trouble} */
function byLines(text, from, first) {
  const said = parsed(`${first}]}`);
  if (said === BROKEN) return 'unreadable';
  /** @type {{cut: boolean, count: number | null}} */
  const end = { cut: true, count: null };
  function* rows() {
    let [at, row] = [from, 0];
    while (at < text.length) {
      const next = text.indexOf('\n', at);
      const line = text.slice(at, next < 0 ? text.length : next).trim();
      at = next < 0 ? text.length : next + 1;
      if (line.startsWith(']')) {
        const last = parsed(`{${line.slice(1).replace(/^,/, '')}`);
        end.cut = last === BROKEN;
        end.count = Number.isInteger(last?.count) ? last.count : null;
        return;
      }
      if (line === '') continue;
      row += 1;
      yield /** @type {[number, any]} */ ([row, parsed(line.endsWith(',') ? line.slice(0, -1) : line)]);
    }
  }
  return { said, rows: rows(), end: () => end };
}

/** A file that another program wrote anew. @param {string} text @returns {Parts | Trouble} */
function whole(text) {
  const said = parsed(text);
  if (said === BROKEN) return 'unreadable';
  if (!isObject(said) || said.format !== FORMAT || !Array.isArray(said.records)) return 'not_ours';
  const rows = /** @type {any[]} */ (said.records).map((one, i) => /** @type {[number, any]} */ ([i + 1, one]));
  return { said, rows, end: () => ({ cut: false, count: Number.isInteger(said.count) ? said.count : null }) };
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return BROKEN;
  }
}

/** @param {any} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param {number} row
 * @param {any} value - what is on the line
 * @param {import('./valid.js').Lists} lists
 * @returns {{item: Item} | {refused: Refused} | {gone: 'share' | 'erased' | 'empty'}} gone: nothing that could be taken, and no fault
 */
export function readRow(row, value, lists) {
  if (!isObject(value) || !isObject(value.body)) return { refused: { row, kind: '', day: '', why: 'This line cannot be read.' } };
  const { id, kind, sv = 1, body } = value;
  const refuse = (/** @type {string} */ why) => ({ refused: { row, kind: shortWord(kind), day: dayIn(body), why } });
  if (typeof kind !== 'string' || !Object.hasOwn(FIELD_TABLE, kind)) return refuse('This app does not know this kind of entry.');
  if (!Number.isInteger(sv) || sv > FIELD_TABLE[kind].sv) return refuse('A newer Limber wrote this. Update Limber, then bring it in.');
  if (typeof id !== 'string' || !UUID.test(id)) return refuse('It has no id.');
  if (kind === 'share') return { gone: 'share' };
  if (value.erased === true) return { gone: 'erased' };
  // Every answer was taken back: there is nothing to bring.
  if (Object.values(body).every((answer) => answer === null)) return { gone: 'empty' };
  const { set, problem } = checkedBody(kind, body, lists);
  if (problem !== null) return value.deleted === true ? { gone: 'empty' } : refuse(problem);
  const by = isObject(value.written_by) && value.written_by.me === false ? shortWord(value.written_by.name) || 'somebody else' : null;
  return { item: { row, id, kind, set, deleted: value.deleted === true, by } };
}

/** @param {any} text */
const shortWord = (text) => (typeof text === 'string' ? text.slice(0, 80) : '');

/** @param {Record<string, any>} body */
function dayIn(body) {
  const day = [body.on, body.at, body.slot, body.started_on].find((one) => typeof one === 'string') ?? '';
  const on = day.slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(`${on}T12:00:00Z`)) ? on : '';
}
