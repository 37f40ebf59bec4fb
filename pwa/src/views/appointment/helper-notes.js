import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { notesOn } from '../../state/noticed.js';

/** What helpers wrote about a visit, each with its name. @param {{id: string}} props */
export function HelperNotes({ id }) {
  const notes = notesOn(id);
  if (notes.length === 0) return null;
  return html`<${Card} title="Notes from helpers">
    ${notes.map((rec) => html`<p key=${rec.id}><b>${rec.author?.name || 'Somebody'}:</b> ${rec.body.text}</p>`)}
  <//>`;
}
