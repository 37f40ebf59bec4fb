import { html } from 'htm/preact';

import { Calendar } from './calendar.js';
import { Changed } from './changed.js';
import { Doing } from './doing.js';
import { Helped } from './helped.js';
import { Where } from './where.js';

const PARTS = { Calendar, Where, Helped, Changed, Doing };

/** What lies behind the rows of trends. @param {{name: keyof typeof PARTS}} props */
export function Behind({ name }) {
  return html`<${PARTS[name]} />`;
}
