/**
 * Sets the chosen look before the first paint, so that a dark room stays dark and a button stays in its place.
 * Runs in the head as a plain script, since modules run after the page has been drawn.
 * Reads what state/preferences.js keeps, and sets the same marks.
 */
(() => {
  try {
    const look = JSON.parse(localStorage.getItem('limber-look') ?? '{}');
    const marks = document.documentElement.dataset;
    if (look.theme === 'light' || look.theme === 'dark') marks.theme = look.theme;
    if (look.contrast === 'normal' || look.contrast === 'high') marks.contrast = look.contrast;
    if ([125, 150, 200].includes(look.textSize)) marks.text = String(look.textSize);
    if (look.targets === 'large') marks.targets = 'large';
    if (look.hand === 'left') marks.hand = 'left';
  } catch {
    // Storage may be closed to us or hold something else; the system's own look is then the right one.
  }
})();
