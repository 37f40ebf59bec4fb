import { html } from 'htm/preact';
import { render } from 'preact';

import { startRouter } from './router.js';
import { start } from './state/session.js';
import { App } from './views/shell/shell.js';

const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');

startRouter();
place.replaceChildren();
render(html`<${App} />`, place);
start();
