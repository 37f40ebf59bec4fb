import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { PARTS } from './shows-words.js';

/** What sharing shows, what the server's owner can see, what stays, and where to get help. */
export function WhatItShows() {
  return html`<${Page} title="What sharing shows" back="/you/sharing">
    ${PARTS.map(({ title, lines }) => html`<${Card} key=${title} title=${title}>
      <ul class="plain-list">${lines.map((line) => html`<li key=${line}>${line}</li>`)}</ul>
    <//>`)}
    <${Button} variant="line" tall icon="help" href="/help">Help and emergency numbers<//>
  <//>`;
}
