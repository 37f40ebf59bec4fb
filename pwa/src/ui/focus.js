import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to the heading when the screen changes, so that a screen reader says where one is.
 * Not at the first screen: there the browser itself starts reading at the top.
 * @param {string} screen - changes with the screen
 */
export function useHeadingFocus(screen) {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [screen]);
}
