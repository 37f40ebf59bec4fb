/** Where somebody was in a part of the page, for taking it out and putting it back. */

/**
 * Remembers the field, the caret and how far everything is scrolled.
 * @param {Element} part - still in the page
 * @returns {() => void} brings all of it back, once the part is in the page again
 */
export function memoryOf(part) {
  const focused = part.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const caret = caretOf(focused);
  const scrolled = [...part.querySelectorAll('*')].filter((one) => one.scrollTop > 0).map((one) => ({ one, top: one.scrollTop }));
  const page = globalThis.scrollY;
  return () => {
    (focused ?? part.querySelector('h1'))?.focus({ preventScroll: true });
    if (caret && focused) /** @type {HTMLInputElement} */ (focused).setSelectionRange(...caret);
    scrolled.forEach(({ one, top }) => { one.scrollTop = top; });
    globalThis.scrollTo(0, page);
  };
}

/** @param {Element | null} field @returns {[number, number] | null} null for what has no caret */
function caretOf(field) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  return field.selectionStart === null ? null : [field.selectionStart, field.selectionEnd ?? field.selectionStart];
}
