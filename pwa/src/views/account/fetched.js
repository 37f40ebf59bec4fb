import { useEffect, useState } from 'preact/hooks';

import { useTask } from './task.js';

/**
 * Something only the server knows, fetched when the screen opens. null until it is there.
 * @template T
 * @param {() => Promise<T>} fetchIt
 * @param {unknown} [when] - fetched again when this is another
 * @returns {{found: T | null, task: import('./task.js').Task, again: () => Promise<void>}}
 */
export function useFetched(fetchIt, when) {
  const [found, setFound] = useState(/** @type {T | null} */ (null));
  const task = useTask();
  const again = () => task.run(async () => setFound(await fetchIt()));
  useEffect(() => { again(); }, [when]);
  return { found, task, again };
}
