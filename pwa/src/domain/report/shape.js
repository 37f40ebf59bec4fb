/** A report as data, as the server sends it and the phone makes it: sections of blocks, each with an id. Pure. */

/**
 * @typedef {{id: string, cells: string[]}} Row - of a table its cells, of facts a label and what is said of it
 *
 * @typedef {object} Block
 * @property {'text' | 'facts' | 'list' | 'table' | 'chart' | 'body'} t
 * @property {string} id
 * @property {string} title
 * @property {string} [text]
 * @property {string[]} [columns]
 * @property {Row[]} [rows]
 * @property {string} [empty]
 * @property {string} [summary]
 * @property {any} [data]
 *
 * @typedef {{id: string, title: string, blocks: Block[]}} Section
 *
 * @typedef {object} Report
 * @property {string} title
 * @property {string} name
 * @property {string} from
 * @property {string} to
 * @property {string} made_on
 * @property {string} period
 * @property {string} lead
 * @property {Section[]} sections
 */

/** The parts a person may choose, in their order. @type {ReadonlyArray<{id: string, title: string}>} */
export const PARTS = Object.freeze([
  { id: 'summary', title: 'On one page' },
  { id: 'story', title: 'The pains, one by one' },
  { id: 'places', title: 'Where it hurts' },
  { id: 'words', title: 'Words used for it' },
  { id: 'strength', title: 'Strength and function' },
  { id: 'tried', title: 'What was tried' },
  { id: 'events', title: 'Other symptoms and events' },
  { id: 'medicines', title: 'Medicines' },
  { id: 'mobility', title: 'Mobility and aids' },
  { id: 'patterns', title: 'Patterns seen' },
  { id: 'safety', title: 'Safety messages' },
  { id: 'causes', title: 'Other causes named so far' },
  { id: 'wishes', title: 'What I want to ask and reach' },
  { id: 'mood', title: 'Mood, sleep, bladder and bowel' },
]);

/** Printed only where the person asks for it. */
const ASKED_FOR = new Set(['mood']);

/** The parts of a report nobody changed. */
export const USUAL = Object.freeze(PARTS.map(({ id }) => id).filter((id) => !ASKED_FOR.has(id)));

/** Those of some parts that this build has, in their order. @param {readonly string[]} parts */
export const known = (parts) => PARTS.map(({ id }) => id).filter((id) => parts.includes(id));

/** What a report rests on always stays. */
export const STAYS = 'method';

/**
 * The sections without what a person left out; what is then empty goes too.
 * @param {readonly Section[]} sections @param {ReadonlySet<string>} out - ids of blocks and rows
 * @returns {Section[]}
 */
export function without(sections, out) {
  return sections.map((section) => (section.id === STAYS ? section : {
    ...section, blocks: section.blocks.filter(({ id }) => !out.has(id)).flatMap((block) => lessRows(block, out)),
  })).filter(({ blocks }) => blocks.length > 0);
}

/** @param {Block} block @param {ReadonlySet<string>} out @returns {Block[]} */
function lessRows(block, out) {
  if (!block.rows?.length) return [block];
  const rows = block.rows.filter(({ id }) => !out.has(id));
  return rows.length > 0 ? [{ ...block, rows }] : [];
}
