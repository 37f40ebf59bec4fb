import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { change, dailyOf, setEnergy, today } from '../../state/diary.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';

const LEVELS = [
  { id: 'usual', label: 'Usual' },
  { id: 'low', label: 'Low' },
  { id: 'very_low', label: 'Very low' },
];

/** Today's energy, one tap; the same tap again takes it back. */
export function EnergyCard() {
  const daily = dailyOf(today.value);
  const chosen = daily?.body.energy;
  const pick = async (/** @type {string} */ id) => {
    const again = daily && id === chosen;
    const kept = await stored(async () => {
      if (again) await change(daily.id, { energy: null });
      else await setEnergy(id);
      return id;
    });
    if (kept) announce(again ? 'Taken back.' : 'Saved on this phone.');
  };
  return html`<${Card} title="Energy today">
    <${Chips} label="Energy today" thirds items=${LEVELS} chosen=${chosen ? [chosen] : []} onToggle=${pick} />
  <//>`;
}
