import { useRef } from 'preact/hooks';

import { go, route } from '../../router.js';
import { add, change, ofKind } from '../../state/records.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';

/** @typedef {import('../../state/records.js').Rec} Rec */

/**
 * The record a page is about. One that is new begins with its first answer, so that looking around leaves nothing behind.
 * @param {string} kind
 * @returns {{id: string | null, record: Rec | null, isNew: boolean, set: (values: Record<string, unknown>) => Promise<boolean>}}
 *   record: null while nothing is kept, or when it is not here; set: answers whether it is stored
 */
export function useOwnRecord(kind) {
  const last = route.value.parts.at(-1) ?? '';
  const isNew = last === 'new';
  const id = isNew ? /** @type {string | undefined} */ (route.value.state.id) ?? null : last;
  const record = ofKind(kind).find((one) => one.id === id) ?? null;
  const begun = useRef(/** @type {Promise<string> | null} */ (null));
  const set = async (/** @type {Record<string, unknown>} */ values) => {
    const kept = await stored(async () => {
      if (id) await change(id, values);
      else if (begun.current) await change(await begun.current, values);
      else return begin(values);
      return id ?? kind;
    });
    if (kept) announce('Saved on this phone.');
    return kept !== null;
  };
  const begin = async (/** @type {Record<string, unknown>} */ values) => {
    const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== false));
    if (Object.keys(said).length === 0) return kind;
    const path = location.pathname;
    begun.current = add(kind, said);
    try {
      const made = await begun.current;
      // It may have begun by leaving the screen; then there is nothing to come back to here.
      if (location.pathname === path) go(path, { state: { ...route.value.state, id: made }, replace: true });
      return made;
    } catch (error) {
      begun.current = null;
      throw error;
    }
  };
  return { id, record, isNew, set };
}
