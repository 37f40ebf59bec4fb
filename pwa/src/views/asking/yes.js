import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { isConfirmed } from '../../domain/confirmed.js';
import { sayYes, takeYesBack } from '../../state/noticed.js';
import { toConfirm } from '../../state/counted.js';
import { say } from '../../state/toast.js';
import { entryTitle } from '../diary/words.js';
import { stored } from '../log/save.js';

/**
 * Under a score somebody else gave: it counts once the person says so.
 * @param {{record: import('../../domain/overlay.js').Rec}} props
 */
export function YesItIs({ record }) {
  if (record.kind !== 'symptom') return null;
  const title = entryTitle(record.body);
  const waits = toConfirm.value.some(({ id }) => id === record.id);
  if (!waits) return isConfirmed(record.body) ? html`<p class="soft">You said that this is right.</p>` : null;
  return html`<p class="soft">It counts once you say that it is right. Until then plans and messages leave it out.</p>
    <${Button} variant="quiet" tall icon="check" label=${`Yes, that’s right: ${title}`} onClick=${() => confirm(record, title)}>Yes, that’s right<//>`;
}

/** @param {import('../../domain/overlay.js').Rec} record @param {string} title */
async function confirm(record, title) {
  if (await stored(async () => { await sayYes(record); return record.id; })) say(`It counts now: ${title}.`, () => takeYesBack(record.id));
}
