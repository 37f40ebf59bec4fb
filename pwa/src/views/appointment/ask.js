import { html } from 'htm/preact';

/**
 * "Ask at my next visit": keeps a question for the next appointment.
 * @param {{text: string, secret: boolean}} props - text: what to ask about; secret: it comes from a private entry
 */
export function AskAtVisit({ text, secret }) {
  return html`<span hidden>${text}${secret}</span>`;
}
