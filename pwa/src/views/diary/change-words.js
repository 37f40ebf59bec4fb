/** What a version of an entry changed, in words. */
import { fieldName, fieldText, hasWords } from './field-words.js';

/** @typedef {import('../../domain/versions.js').Version} Version */

const MOMENT = new Set(['on', 'at']);

/** @param {Version} version @param {string} [kind] @returns {string[]} one sentence for each thing that changed */
export function changeWords({ fields, before, body }, kind = 'symptom') {
  return fields.flatMap((field) => {
    // When it was lived stands above the entry; it is told here only where it was changed.
    if (!hasWords(kind, field) || (MOMENT.has(field) && !before[field])) return [];
    const now = fieldText(kind, field, body[field]);
    const then = fieldText(kind, field, before[field]);
    const name = fieldName(kind, field);
    if (!now && !then) return [];
    if (!now) return `${name}: taken out. Before: ${then}.`;
    return `${name}: ${now}${then ? `. Before: ${then}` : ''}.`;
  });
}

/** @param {Version} version @param {string} [kind] @returns {string[]} one sentence for each thing that was said and is not shown */
export function lostWords({ lost }, kind = 'symptom') {
  return Object.entries(lost).flatMap(([field, value]) => {
    if (!hasWords(kind, field)) return [];
    return `${fieldName(kind, field)}: ${fieldText(kind, field, value) || 'taken out'}.`;
  });
}
