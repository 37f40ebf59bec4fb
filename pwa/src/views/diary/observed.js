/** What somebody who helps wrote, in words. */
import { COMING, NOTE, VISIT_NOTE } from '../../domain/helping.js';
import { label } from '../../state/content.js';

/** @typedef {Record<string, any>} Body */

/** "Spasms", "A note"; empty where no type was given. @param {Body} body */
export function observedName({ type }) {
  if (type === NOTE) return 'A note';
  if (type === VISIT_NOTE) return 'About a visit';
  if (type === COMING) return 'On the way';
  return type ? label('observations', type) : '';
}

/** "Daniel noticed: Spasms, left leg", "A note from Daniel: Soup is ready" @param {Body} body @param {{name?: string | null} | null | undefined} author */
export function observedText(body, author) {
  // Without an author it was written on this phone.
  const who = author ? author.name || 'Somebody' : 'You';
  const text = body.text ?? '';
  if (body.type === COMING) return `${who}: on the way`;
  if (body.type === NOTE) return [author ? `A note from ${who}` : 'A note', text].filter(Boolean).join(': ');
  if (body.type === VISIT_NOTE) return [author ? `${who}, about a visit` : 'About a visit', text].filter(Boolean).join(': ');
  const what = [observedName(body), text].filter(Boolean).join(', ');
  return what ? `${who} noticed: ${what}` : `${who} noticed something`;
}
