/** What a report is made of: lines and blocks, each with an id, as the server makes them (backend/reports/blocks.py). Pure. */

/** @typedef {import('./shape.js').Block} Block */
/** @typedef {import('./shape.js').Row} Row */

export const NOTHING = 'Nothing noted.';

/** One line. @param {string} id @param {...string} cells @returns {Row} */
export const row = (id, ...cells) => ({ id, cells });

/** A paragraph. @param {string} id @param {string} said @returns {Block} */
export const text = (id, said) => ({ t: 'text', id, title: '', text: said });

/** Labels with what is said of each. @param {string} id @param {string} title @param {Row[]} rows @param {string} [empty] @returns {Block} */
export const facts = (id, title, rows, empty = NOTHING) => ({ t: 'facts', id, title, rows, empty });

/** One text after the other. @param {string} id @param {string} title @param {Row[]} rows @param {string} [empty] @returns {Block} */
export const listing = (id, title, rows, empty = NOTHING) => ({ t: 'list', id, title, rows, empty });

/** Rows under the names of their columns. @param {string} id @param {string} title @param {string[]} columns @param {Row[]} rows @returns {Block} */
export const table = (id, title, columns, rows) => ({ t: 'table', id, title, columns, rows, empty: NOTHING });

/** A chart of days, or a body with its places. @param {'chart' | 'body'} t @param {string} id @param {string} title @param {string} summary @param {any} data @returns {Block} */
export const figure = (t, id, title, summary, data) => ({ t, id, title, summary, data });
