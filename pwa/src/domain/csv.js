/** Records as a table: one row each, one column for each field of their kind. Pure. */
import { FIELD_TABLE } from './field-table.js';

/** @typedef {import('./overlay.js').Rec} Rec */
/** @typedef {import('./valid.js').Rule} Rule */
/** @typedef {{label: (list: string, id: string) => string, named: (id: string) => string}} Wording - named: of another record */

/** So that spreadsheets read the letters as they are. */
export const BOM = '\ufeff';
/** A spreadsheet takes a cell that begins so for a formula and may run it. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * One cell: quoted, and a text that looks like a formula with a ' before it.
 * @param {string | number} value
 */
export function cell(value) {
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** @param {readonly (string | number)[]} cells @returns {string} with its line end */
export const csvRow = (cells) => `${cells.map(cell).join(',')}\r\n`;

/**
 * The columns of a kind: a field with parts has one for each part, as `falls.count`.
 * @param {string} kind
 * @returns {{name: string, of: (body: Record<string, any>) => any, rule: Rule}[]}
 */
function columns(kind) {
  return Object.entries(FIELD_TABLE[kind].fields).flatMap(([name, rule]) => (rule.t !== 'parts'
    ? [{ name, rule, of: (/** @type {any} */ body) => body[name] }]
    : Object.entries(rule.parts ?? {}).map(([part, its]) => (
      { name: `${name}.${part}`, rule: its, of: (/** @type {any} */ body) => body[name]?.[part] }))));
}

/** @param {string} kind @returns {string} */
export const tableHead = (kind) => csvRow(['kind', 'id', ...columns(kind).map(({ name }) => name), 'written_by', 'not_sent']);

/**
 * One record as a row.
 * @param {Rec} rec
 * @param {Wording} wording
 * @param {string} by - who wrote it
 */
export function tableRow(rec, wording, by) {
  const cells = columns(rec.kind).map(({ of, rule }) => inOneCell(of(rec.body), rule, wording));
  return csvRow([rec.kind, rec.id, ...cells, by, rec.waiting ? 'yes' : '']);
}

/** What a table is sorted by. @param {Rec} rec */
export const momentOf = ({ body }) => String(body.at ?? body.slot ?? body.on ?? body.started_on ?? '');

/** @param {any} value @param {Rule} rule @param {Wording} wording @returns {string | number} */
function inOneCell(value, rule, wording) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => inOneCell(one, rule.of, wording)).join('; ');
  if (typeof value !== 'object') return words(String(value), rule, wording);
  if (rule.t === 'named') return Object.entries(value).map(([name, one]) => `${name}: ${inOneCell(one, rule.of, wording)}`).join('; ');
  return partsInOne(value, rule, wording);
}

/** @param {string} text @param {Rule} rule @param {Wording} wording */
function words(text, rule, wording) {
  if (rule.t === 'term') return wording.label(rule.list ?? '', text);
  return rule.t === 'uuid' ? wording.named(text) : text;
}

/** "Heat pack (before_nrs 6, after_nrs 4)": what it is about, then the rest. @param {any} value @param {Rule} rule @param {Wording} wording */
function partsInOne(value, rule, wording) {
  const said = Object.entries(value).filter(([name, one]) => one !== null && rule.parts?.[name]);
  const text = (/** @type {[string, any]} */ [name, one]) => inOneCell(one, /** @type {any} */ (rule.parts)[name], wording);
  const [first, ...others] = Object.keys(rule.parts ?? {}).flatMap((name) => said.filter(([own]) => own === name));
  if (!first) return '';
  const rest = others.map((one) => `${one[0]} ${text(one)}`).join(', ');
  const lead = rule.required ? text(first) : `${first[0]} ${text(first)}`;
  return rest ? `${lead} (${rest})` : lead;
}
