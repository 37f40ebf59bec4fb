import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { series } from '../../state/trends.js';
import { Why } from '../learn/why.js';
import { Bars } from './table.js';

const PARTS = { '0_24': '0 to 24 hours', '24_48': '24 to 48 hours', later: 'Later' };

/** Pain by the hours since an injection; the middle of the numbers of each part. */
export function Injected() {
  const { sentence, rows } = series.injections.value;
  return html`<${Card} title="After an injection">
    <p>${sentence}</p>
    <${Bars} name="The middle of pain by time since an injection" head=${['Since the injection', 'Pain']}
      rows=${rows.map(({ part, entries, median_nrs: nrs }) => ({
        label: PARTS[part], number: nrs ?? 0, of: 10, words: nrs === null ? 'no entries' : `pain ${nrs}, of ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
      }))} />
    <p class="soft">The middle of the numbers, 0 to 10. It may be chance.</p>
    <${Why} facts=${['MED-01', 'MED-02', 'TRG-10']} />
  <//>`;
}
