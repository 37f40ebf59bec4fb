import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { changeItems, mayChange, suchDays } from '../../state/plan-changing.js';
import { say } from '../../state/toast.js';
import { stored } from '../log/save.js';
import { weekdayName } from './words.js';

/**
 * @typedef {object} Change
 * @property {Parameters<typeof changeItems>[1]} set
 * @property {string} said - what was done, without a full stop
 */

/**
 * One day, or all such days of the plan?.
 * @param {{item: import('../../domain/plan.js').Item, change: Change, onDone: () => unknown}} props
 */
export function Scope({ item, change, onDone }) {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  // It takes the place of what was tapped further down.
  useEffect(() => place.current?.focus(), []);
  // A day that has less already keeps its less.
  const all = suchDays(item).filter((one) => mayChange(one, change.set));
  const others = all.filter(({ id }) => id !== item.id).length;
  const keep = async (/** @type {import('../../domain/plan.js').Item[]} */ items) => {
    /** @type {(() => Promise<void>) | null} */
    let undo = null;
    const done = await stored(async () => {
      undo = await changeItems(items, change.set);
      return 'kept';
    });
    onDone();
    if (done && undo) say(`${change.said}. Saved on this phone.`, undo);
  };
  return html`<div ref=${place} tabindex="-1"><${Card} title="For which days?">
    <p>${change.said}.</p>
    <${Button} tall onClick=${() => keep([item])}>Only this ${weekdayName(item.on)}<//>
    ${others > 0 && html`<${Button} variant="quiet" tall detail=${`${others + 1} days, from today on`} onClick=${() => keep(all)}>All such days of this plan<//>`}
    <${Button} variant="line" onClick=${onDone}>Change nothing<//>
  <//></div>`;
}
