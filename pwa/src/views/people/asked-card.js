/** Under construction. @param {{person: import('./people.js').Shared, records: readonly import('../../domain/overlay.js').Rec[]}} _ */
export function AskedCard(_) {
  return null;
}
