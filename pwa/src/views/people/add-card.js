/** Under construction. @param {{person: import('./people.js').Shared, records: readonly import('../../domain/overlay.js').Rec[]}} _ */
export function AddCard(_) {
  return null;
}
