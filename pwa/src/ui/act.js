/** A second tap of a shaking hand comes within this time, in milliseconds. */
export const REPEAT_MS = 700;

/** @type {WeakMap<object, number>} */
const lastTap = new WeakMap();

/**
 * Wraps a click handler so that a repeated tap on the same control counts once.
 * The control is the target, not the handler, since a handler is made anew at every drawing.
 *
 * @param {((event: Event) => unknown) | undefined} handler
 * @returns {(event: Event) => void}
 */
export function once(handler) {
  return (event) => {
    const control = event.currentTarget ?? event;
    const now = performance.now();
    const before = lastTap.get(control);
    if (before !== undefined && now - before < REPEAT_MS) {
      event.preventDefault();
      return;
    }
    lastTap.set(control, now);
    handler?.(event);
  };
}
