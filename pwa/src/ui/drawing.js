import { options } from 'preact';

/** More steps than any act here takes from what it has stored to the screen that comes next. */
const STEPS = 50;

/**
 * Draws at the end of a turn, once for all that a tap changes, and still before the next event and the next frame.
 * Preact would draw with the very next microtask: the screen being left is then drawn anew for what was just stored,
 * before the act goes on to the next one, and that takes a slow phone longer than storing it.
 */
export function drawOncePerTurn() {
  options.debounceRendering = (draw) => {
    let left = STEPS;
    const step = () => {
      left -= 1;
      if (left < 0) draw();
      else queueMicrotask(step);
    };
    step();
  };
}
