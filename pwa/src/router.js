import { signal } from '@preact/signals';
import { html } from 'htm/preact';

/**
 * @typedef {object} Route
 * @property {string} path - such as "/diary"
 * @property {string[]} parts - such as ["diary"]
 * @property {Record<string, unknown>} state - what rides in the history, never in the address
 */

/** @param {unknown} held */
const read = (held) => /** @type {Record<string, unknown>} */ (held ?? {});

/** @returns {Route} */
function here() {
  const path = location.pathname.replace(/\/+$/, '') || '/';
  return { path, parts: path.split('/').filter(Boolean), state: read(history.state) };
}

/** Where the person is. */
export const route = signal(here());

/**
 * Opens a screen.
 * @param {string} path
 * @param {{state?: Record<string, unknown>, replace?: boolean}} [how] - state: ids and the like, kept out of the address
 */
export function go(path, { state = {}, replace = false } = {}) {
  if (!replace) rememberScroll();
  const depth = Number(route.value.state.depth ?? 0) + (replace ? 0 : 1);
  history[replace ? 'replaceState' : 'pushState']({ ...state, depth }, '', path);
  route.value = here();
}

/**
 * Opens a screen after something that took a moment, unless the person has gone somewhere else meanwhile.
 * @param {Route} from - where they were when it began
 * @param {string} path
 */
export function goFrom(from, path) {
  if (route.value === from) go(path);
}

/** Forgets what rides in the history at this place: it belongs to somebody who has left. */
export function forgetState() {
  const { depth, ...rest } = read(history.state);
  if (Object.keys(rest).length > 0) history.replaceState({ depth }, '');
}

/** Keeps how far the screen being left was scrolled, for the way back. */
function rememberScroll() {
  const scroll = document.querySelector('.scroll')?.scrollTop ?? 0;
  history.replaceState({ ...read(history.state), scroll }, '');
}

/**
 * One step back inside the app; from outside it, the screen named.
 * @param {string} [fallback]
 */
export function back(fallback = '/') {
  if (Number(route.value.state.depth ?? 0) > 0) history.back();
  else go(fallback, { replace: true });
}

/**
 * @typedef {object} LinkProps
 * @property {string} href
 * @property {import('preact').ComponentChildren} [children]
 */

/**
 * A plain link. Every link inside the app is caught by startRouter, so this only gives it a name.
 * @param {LinkProps & Record<string, unknown>} props
 */
export function Link({ href, children, ...rest }) {
  return html`<a href=${href} ...${rest}>${children}</a>`;
}

/** Follows the history and every plain click on a link of this app. */
export function startRouter() {
  addEventListener('popstate', () => { route.value = here(); });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isOurs(event, link)) return;
    event.preventDefault();
    if ('back' in link.dataset) back(link.pathname);
    else if (link.pathname !== location.pathname) go(link.pathname);
  });
}

/**
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
function isOurs(event, link) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return false;
  return link.origin === location.origin && !link.hash && !link.target && !link.hasAttribute('download');
}
