import { html } from 'htm/preact';
import { render } from 'preact';

import { startRouter } from './router.js';
import { followQuiet } from './state/cover.js';
import { start } from './state/session.js';
import { followCover } from './views/shell/cover.js';
import { App } from './views/shell/shell.js';

const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');

startRouter();
place.replaceChildren();
// Before anything is drawn: a covered diary is never seen, not even for a moment.
followCover(place);
render(html`<${App} />`, place);
followQuiet();
start();
