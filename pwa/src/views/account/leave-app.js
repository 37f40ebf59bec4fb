import { go } from '../../router.js';

/**
 * To the first screen, with nothing of the last person in the page's memory. A page that could not be loaded
 * again without a network stays, and shows nothing of them either.
 */
export function leaveApp() {
  if (globalThis.navigator?.serviceWorker?.controller) location.replace('/');
  else go('/', { replace: true });
}
