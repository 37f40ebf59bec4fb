import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to the heading when the screen changes, so that a screen reader says where one is.
 * Not at the first screen: there the browser itself starts reading at the top.
 * @param {string} screen - changes with the screen
 * @param {number} scroll - how far down it was left, 0 for a new one
 */
export function useHeadingFocus(screen, scroll) {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    document.querySelector('h1')?.focus({ preventScroll: true });
    document.querySelector('.scroll')?.scrollTo(0, scroll);
  }, [screen]);
}
