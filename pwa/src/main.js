import { html } from 'htm/preact';
import { render } from 'preact';

import { startRouter } from './router.js';
import { followQuiet } from './state/cover.js';
import { comeBack, start } from './state/session.js';
import { drawOncePerTurn } from './ui/drawing.js';
import { followCover } from './views/shell/cover.js';
import { App } from './views/shell/shell.js';

const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');

drawOncePerTurn();
startRouter();
// A page that the browser keeps for the way back shows nothing until it is known whose diary this phone has now.
addEventListener('pagehide', () => { place.hidden = true; });
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) comeBack().catch(() => {}).then(() => { place.hidden = false; });
});
place.replaceChildren();
// Before anything is drawn: a covered diary is never seen, not even for a moment.
followCover(place);
render(html`<${App} />`, place);
followQuiet();
start();
