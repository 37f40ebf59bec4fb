/**
 * Sets the chosen theme before the first paint, so that a dark room stays dark.
 * Runs in the head as a plain script, since modules run after the page has been drawn.
 * Reads what state/preferences.js keeps: {theme: 'system'|'light'|'dark', textSize: 100|125|150|200}.
 */
(() => {
  try {
    const look = JSON.parse(localStorage.getItem('limber-look') ?? '{}');
    const root = document.documentElement;
    if (look.theme === 'light' || look.theme === 'dark') root.dataset.theme = look.theme;
    if ([125, 150, 200].includes(look.textSize)) root.dataset.text = String(look.textSize);
  } catch {
    // Storage may be closed to us or hold something else; the system's theme is then the right one.
  }
})();
