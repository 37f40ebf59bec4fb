import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { Scale } from '../../components/scale.js';
import { label } from '../../state/content.js';
import { change } from '../../state/diary.js';
import { recordOf } from '../../state/records.js';
import { announce } from '../../ui/announce.js';
import { symptomText } from '../diary/words.js';
import { withPart } from './questions.js';
import { stored } from './save.js';

/** Has no numbers before and after. */
const NOTHING = 'nothing_helped';

/**
 * Keeps one number of one thing that was tried; null takes it back.
 * @param {string} id - of the entry
 * @param {string} what
 * @param {'before_nrs' | 'after_nrs'} field
 * @param {number | null} value - 0 to 10
 */
export async function keepReliefNumber(id, what, field, value) {
  const relief = withPart(recordOf(id)?.body.relief, 'what', what, { [field]: value });
  const kept = await stored(async () => { await change(id, { relief }); return id; });
  if (kept) announce(value === null ? 'Taken back.' : 'Saved on this phone.');
  return Boolean(kept);
}

/**
 * Before and after, for everything that was tried. Both may stay unsaid.
 * @param {{id: string, relief: ReadonlyArray<any>}} props
 */
export function ReliefNumbers({ id, relief }) {
  return relief.filter(({ what }) => what !== NOTHING)
    .map((one) => html`<${OneRelief} key=${one.what} id=${id} one=${one} />`);
}

/**
 * What was tried, to be completed later from the entry's page. Shows nothing when nothing was tried.
 * @param {{id: string}} props - of the entry
 */
export function ReliefAfter({ id }) {
  return html`<${ReliefNumbers} id=${id} relief=${recordOf(id)?.body.relief ?? []} />`;
}

/** @param {{id: string, one: {what: string, before_nrs?: number | null, after_nrs?: number | null}}} props */
function OneRelief({ id, one }) {
  const open = useSignal(/** @type {'before_nrs' | 'after_nrs' | null} */ (null));
  const name = label('reliefs', one.what);
  const plain = symptomText(recordOf(id)?.body ?? {}) !== 'pain';
  const row = (/** @type {'before_nrs' | 'after_nrs'} */ field, /** @type {string} */ title) => {
    const value = one[field] ?? null;
    const pick = async (/** @type {number} */ number) => {
      if (await keepReliefNumber(id, one.what, field, number === value ? null : number)) open.value = null;
    };
    return html`<${Pick} title=${title} detail=${value === null ? 'Not said' : `${value} of 10`} icon="edit" open=${open.value === field}
        onClick=${() => { open.value = open.value === field ? null : field; }} />
      ${open.value === field && html`<${Scale} label=${`${name}: ${title}`} chosen=${value} plain=${plain} onPick=${pick} />`}`;
  };
  return html`<${Card} title=${name}><div class="stack">${row('before_nrs', 'Before?')}${row('after_nrs', 'After?')}</div><//>`;
}
