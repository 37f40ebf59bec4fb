/** Asking the server more often while somebody may be waiting for an answer, and only while the screen is looked at. */
import { signal } from '@preact/signals';

import { syncNow, syncNowAndThen } from './sync.js';

const OFTEN_MS = 30_000;
const TICK_MS = 15_000;

/** Now, in milliseconds, as far as screens that tell of hours need it. */
export const moment = signal(Date.now());

/** For useEffect of a screen: at once, then every half minute while it is in sight. Pauses after failures are kept. */
export function often() {
  syncNow();
  moment.value = Date.now();
  const asking = setInterval(() => { if (document.visibilityState !== 'hidden') syncNowAndThen(); }, OFTEN_MS);
  const looking = setInterval(() => { moment.value = Date.now(); }, TICK_MS);
  return () => {
    clearInterval(asking);
    clearInterval(looking);
  };
}
