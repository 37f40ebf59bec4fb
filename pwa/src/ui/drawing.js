import { options } from 'preact';

/**
 * Draws once for all that a tap changes. Preact would draw with the next microtask: the screen being left is then
 * drawn anew for what was just stored, before the next one opens, which takes a slow phone longer than storing it.
 */
export function drawOncePerTurn() {
  const { port1, port2 } = new MessageChannel();
  let draw = () => {};
  port1.onmessage = () => draw();
  options.debounceRendering = (work) => {
    draw = work;
    port2.postMessage(null);
  };
}
