/** Steps that ride in the history: forward one by one, and back out of all of them at once. */
import { go, route } from '../../router.js';

/**
 * Opens a step of the screen one is on. The first remembers where the row of steps began.
 * @param {string} path
 * @param {Record<string, unknown>} state - with the step
 */
export function goStep(path, state) {
  const here = route.value.state;
  go(path, { state: { ...state, home: here.home ?? here.depth ?? 0 } });
}

/** Leaves the steps for the screen they began on. @param {string} path - that screen, for who did not come by it @param {Record<string, unknown>} [state] */
export function leaveSteps(path, state = {}) {
  const { home, depth } = route.value.state;
  const back = Number(depth ?? 0) - Number(home ?? NaN);
  if (back > 0) history.go(-back);
  else go(path, { state, replace: true });
}
