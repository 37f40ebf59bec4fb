/** A second tap of a shaking hand comes within this time, in milliseconds. */
export const REPEAT_MS = 700;

/** After the screen changed under a finger, a tap at the same place is still the one before for so long, in milliseconds. */
export const SETTLE_MS = 350;

/** How near counts as the same place, in CSS pixels: a shaking hand scatters 5 mm. */
export const SAME_PLACE_PX = 40;

/** @type {WeakMap<object, number>} */
const lastTap = new WeakMap();

/** The last tap that did something, by finger, pen or mouse. @type {{x: number, y: number, at: number, screen: string} | null} */
let last = null;

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
    // When the finger came down, not when a busy phone got round to it.
    const now = event.timeStamp || performance.now();
    const before = lastTap.get(control);
    if ((before !== undefined && now - before < REPEAT_MS) || onANewScreen(event, now)) {
      event.preventDefault();
      return;
    }
    lastTap.set(control, now);
    remember(event, now);
    handler?.(event);
  };
}

/**
 * Whether this is the rest of a double tap that met a control of the screen that came meanwhile.
 * Keys are never held back: their clicks have no place, and they count no taps.
 * @param {Event} event
 * @param {number} now
 */
function onANewScreen(event, now) {
  if (!last || !isTap(event) || now - last.at >= SETTLE_MS || last.screen === screenNow()) return false;
  // Each one starts the time anew, or the last of many would get through.
  if (Math.hypot(event.clientX - last.x, event.clientY - last.y) > SAME_PLACE_PX) return false;
  last.at = now;
  return true;
}

/** @param {Event} event @param {number} now */
function remember(event, now) {
  if (isTap(event)) last = { x: event.clientX, y: event.clientY, at: now, screen: screenNow() };
}

/** @param {Event} event @returns {event is MouseEvent} */
function isTap(event) {
  return 'clientX' in event && /** @type {MouseEvent} */ (event).detail > 0;
}

/** The address and the step of a flow, which rides in the history. */
function screenNow() {
  const { step, face, depth } = history.state ?? {};
  return [location.pathname, step, face, depth].join(' ');
}
