import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { pack } from '../../state/knowledge.js';
import { Why } from '../learn/why.js';

/** What no plan of an app is for. */
export function NotForTheApp() {
  const list = pack('plans')?.not_for_the_app;
  if (!list) return null;
  return html`<${Card} title="When a plan is not for you">
    <p>${list.say}</p>
    <ul class="plain-list">${list.text.map((/** @type {string} */ line) => html`<li key=${line}>${line}</li>`)}</ul>
    <${Why} sources=${list.sources} />
  <//>`;
}
