import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Switch } from '../../components/switch.js';
import { doses, inUseNow } from '../../state/medicines.js';
import { chooseLighter, lighterAfterInjection } from '../../state/preferences.js';
import { announce } from '../../ui/announce.js';
import { Why } from '../learn/why.js';
import { stored } from '../log/save.js';

/** The overlay `injection` of the plans counts these. */
const COUNTED = 'interferon_beta';

/** Whether sessions are lighter after an injection; there for whoever injects what the plan rules count. */
export function LighterDays() {
  if (!inUseNow.value.some(({ body }) => body.class === COUNTED)) return null;
  const choose = async (/** @type {boolean} */ on) => {
    if (await stored(() => chooseLighter(on))) announce('Saved on this phone.');
  };
  return html`<${Card} title="Movement after an injection">
    <${Switch} label="Lighter sessions for two days" detail="Only if you want it. Your injections stay as they are."
      on=${lighterAfterInjection.value} onChange=${choose} />
    ${doses.value.length === 0 && html`<p class="soft">It counts from the injections you note here.</p>`}
    <${Why} facts=${['MED-02', 'TRG-10']} />
  <//>`;
}
