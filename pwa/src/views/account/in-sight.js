import { useEffect, useRef } from 'preact/hooks';

/**
 * Brings what has just been opened into sight, when it would lie below the screen's edge.
 * @returns {import('preact').RefObject<HTMLDivElement | null>}
 */
export function useInSight() {
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return place;
}
