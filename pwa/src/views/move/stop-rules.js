import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { one } from '../../state/knowledge.js';

/** When to stop, and when to leave it out. @param {{ids: string[]}} props */
export function StopRules({ ids }) {
  return html`<${Card} title="When to stop or leave it out">
    ${ids.map((id) => {
      const rule = one('library', 'stops', id);
      return rule && html`<div key=${id} class="stack"><h3>${rule.title}</h3>
        <ul class="plain-list">${rule.text.map((/** @type {string} */ line) => html`<li key=${line}>${line}</li>`)}</ul></div>`;
    })}
  <//>`;
}
