/** Quiet lines that lead to what somebody has to look at. They are nothing where there is nothing. */
import { html } from 'htm/preact';

import { Pick } from '../../components/pick.js';
import { asked, untimed } from '../../state/conflicts.js';
import { sentenceOf } from '../diary/rows.js';

/** Entries that were changed in two places at once. */
export function TwoVersionsLine() {
  const all = asked.value;
  if (all.length === 0) return null;
  if (all.length > 1) return html`<${Pick} title=${`Two versions of ${all.length} entries`} detail="Which are right?" href="/diary/two" />`;
  return html`<${Pick} title="Two versions of one entry" detail="Which is right?" href=${`/diary/two/${all[0].rec.id}`} />`;
}

/** Entries that were noted by a clock that was not set. */
export function UntimedLines() {
  return html`${untimed.value.map((rec) => html`<${Pick} key=${rec.id} title="When was this?" detail=${sentenceOf(rec)} href=${`/diary/when/${rec.id}`} />`)}`;
}
