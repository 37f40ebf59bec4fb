import { useEffect, useState } from 'preact/hooks';

import { useTask } from './task.js';

/**
 * Something only the server knows, fetched when the screen opens. null until it is there.
 * @template T
 * @param {() => Promise<T>} fetchIt
 * @returns {{found: T | null, task: import('./task.js').Task, again: () => Promise<void>}}
 */
export function useFetched(fetchIt) {
  const [found, setFound] = useState(/** @type {T | null} */ (null));
  const task = useTask();
  const again = () => task.run(async () => setFound(await fetchIt()));
  useEffect(() => { again(); }, []);
  return { found, task, again };
}
