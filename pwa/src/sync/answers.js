/** Is this really an answer of our server? A network that wants a sign-in answers with its own page. Pure. */

const OUTCOMES = new Set(['ok', 'dup', 'conflict', 'held', 'rejected', 'later']);

/** Something else answered; it counts as no network, and nothing of it is believed. */
export class NotOurServer extends Error {
  code = 'offline';
}

/** @param {any} answer @param {boolean} withPull @returns {any} the answer itself */
export function pushAnswer(answer, withPull) {
  const whole = isObject(answer) && Array.isArray(answer.results)
    && answer.results.every((/** @type {any} */ one) => isObject(one) && typeof one.op === 'string' && OUTCOMES.has(one.s))
    && texts(answer.lost) && textByName(answer.marks) && textByName(answer.confirmed);
  if (!whole) throw new NotOurServer();
  if (withPull && answer.pull !== undefined) pullAnswer(answer.pull);
  return answer;
}

/** @param {any} answer @returns {any} the answer itself */
export function pullAnswer(answer) {
  const whole = isObject(answer) && isObject(answer.mine) && isObject(answer.spaces) && texts(answer.lost)
    && textByName(answer.marks) && textByName(answer.confirmed)
    && Object.values(answer.mine).every((one) => isObject(one) && typeof one.view === 'string')
    && Object.values(answer.spaces).every(isPage);
  if (!whole) throw new NotOurServer();
  return answer;
}

/** @param {any} page */
function isPage(page) {
  if (!isObject(page) || typeof page.view !== 'string') return false;
  if (page.reset === true) return true;
  return Array.isArray(page.rows) && typeof page.cursor === 'string' && typeof page.more === 'boolean' && page.rows.every(isRow);
}

/** @param {any} row */
function isRow(row) {
  return isObject(row) && typeof row.id === 'string' && typeof row.kind === 'string' && isObject(row.body);
}

/** @param {any} value */
function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** @param {any} value */
function texts(value) {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** @param {any} value */
function textByName(value) {
  return isObject(value) && texts(Object.values(value));
}
