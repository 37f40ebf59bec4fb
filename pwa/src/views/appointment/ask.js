import { html } from 'htm/preact';

import { Pick } from '../../components/pick.js';
import { asQuestion } from '../../domain/appointment.js';
import { askNext, askedThere, unask } from '../../state/appointments.js';
import { say } from '../../state/toast.js';
import { stored } from '../log/save.js';

/**
 * "Ask at my next visit": keeps a question for the next appointment; the same tap takes it back.
 * @param {{text: string, secret: boolean}} props - text: what to ask about; secret: it comes from a private entry
 */
export function AskAtVisit({ text, secret }) {
  const there = askedThere(text, secret);
  if (!asQuestion(text)) return null;
  const ask = () => stored(async () => {
    const { id, undo } = await askNext(text, secret);
    say('Noted for your next visit.', undo);
    return id;
  });
  const takeBack = () => there && stored(async () => {
    await unask(there.id, text);
    say('Taken back.', () => askNext(text, secret));
    return there.id;
  });
  const detail = there ? 'Noted for your next visit.' : secret ? 'Kept where nobody else sees it.' : undefined;
  return html`<${Pick} title="Ask at my next visit" detail=${detail} on=${Boolean(there)} icon="calendar" onClick=${there ? takeBack : ask} />`;
}
