import { useEffect, useRef } from 'preact/hooks';

/**
 * Puts the focus into the first field with an error, each time the errors change.
 * @param {unknown} errors - compared by identity
 * @returns {import('preact').RefObject<HTMLFormElement | null>} goes on the form
 */
export function useErrorFocus(errors) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useEffect(() => {
    const first = form.current?.querySelector('[aria-invalid="true"]');
    if (first instanceof HTMLElement) first.focus();
  }, [errors]);
  return form;
}
