/** Noting a dose by one tap, and the question that comes before one more. */
import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { injects } from '../../domain/medicine.js';
import { recordOf, take, today } from '../../state/medicines.js';
import { toast } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { stored } from '../log/save.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */

/**
 * "today, 19:40", "yesterday, 23:50", "Friday 13 November, 19:40"; the day alone where no time is known.
 * @param {Record<string, any>} body - of a dose
 */
export function doseWhen(body) {
  const on = body.at?.slice(0, 10) ?? body.on ?? body.slot?.slice(0, 10);
  if (!on) return 'on a day that was not given';
  const day = dayName(on, today.value).replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase());
  return [day, clockTime(body.at)].filter(Boolean).join(', ');
}

/** A row that was answered grows smaller; the second tap of a shaking hand must not meet the next one that moved up. */
const SLIP_MS = 400;
let last = { key: '', at: -SLIP_MS };

/** @param {string} key - which dose @returns {boolean} false right after another dose was noted */
export function meant(key) {
  const at = performance.now();
  if (key !== last.key && at - last.at < SLIP_MS) return false;
  last = { key, at };
  return true;
}

/**
 * @param {Rec} medicine
 * @param {string | null} [slot] - left out: the nearest open one
 * @param {(id: string) => unknown} [onKept]
 */
export function useMark(medicine, slot, onKept) {
  const asked = useSignal(/** @type {Rec | null} */ (null));
  const mark = async (again = false) => {
    if (!meant(`${medicine.id} ${slot}`)) return;
    const id = await stored(async () => {
      const answer = await take(medicine, slot, { again });
      asked.value = 'already' in answer ? answer.already : null;
      return 'id' in answer ? answer.id : '';
    });
    if (!id) return;
    // The way back of what was done before would now lead to two.
    toast.value = null;
    const { body } = /** @type {Rec} */ (recordOf(id));
    announce(`Saved on this phone. ${injects(medicine.body) ? 'Injected' : 'Taken'} ${doseWhen(body)}.`);
    onKept?.(id);
  };
  return { asked, mark };
}

/** @param {{mark: ReturnType<typeof useMark>}} props */
export function AskAgain({ mark: { asked, mark } }) {
  if (!asked.value) return null;
  return html`<${Notice} now>
    <p>Already noted ${doseWhen(asked.value.body)}. Note one more?</p>
    <div class="pair">
      <${Button} variant="line" onClick=${() => { asked.value = null; }}>No, leave it<//>
      <${Button} variant="line" onClick=${() => mark(true)}>Note one more<//>
    </div>
  <//>`;
}
