import { useEffect } from 'preact/hooks';

import { bring, recordOf } from '../../state/records.js';

/**
 * One entry of any age; an old one comes a moment later.
 * @param {string | undefined} id
 * @returns {import('../../state/diary.js').Rec | null} null until it is there, and when it was taken out
 */
export function useEntry(id) {
  const record = recordOf(id);
  const here = record !== null;
  useEffect(() => { if (id && !here) bring(id).catch(() => {}); }, [id, here]);
  return record && !record.deleted ? record : null;
}
