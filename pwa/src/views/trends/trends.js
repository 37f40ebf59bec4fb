import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Icon } from '../../components/icon.js';
import { Page } from '../../components/page.js';
import { Switch } from '../../components/switch.js';
import { anyChange, reach, readTrends, series, trendsChanged, whole } from '../../state/trends.js';
import { chooseWithoutLines, withoutLines } from '../../state/without-lines.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { Linked } from './linked.js';
import { More } from './more.js';
import { Pain } from './pain.js';

const REACHES = [{ id: '7', label: '7 days' }, { id: '30', label: '30 days' }, { id: '90', label: '90 days' }, { id: 'all', label: 'All' }];

/** What the diary shows over time: one sentence and one chart, what seems linked, and the rest behind its row. */
export function Trends() {
  useEffect(() => { readTrends().catch(() => {}); }, [trendsChanged.value]);
  return html`<${Page} title="Trends" action=${html`<a class="top-button" href="/report"><${Icon} name="note" /><span>Report</span></a>`}>
    <div class="trend-reach"><${Chips} label="How far back" items=${REACHES} chosen=${[reach.value]} onToggle=${look} /></div>
    ${!whole.value && series.pain.value.of > 0 && html`<p class="soft">Reading older days.</p>`}
    ${series.pain.value.of > 0 ? html`<${Pain} />` : html`<${Nothing} />`}
    <${Linked} />
    <${More} changes=${anyChange.value} />
    <${Switch} label="No falling lines" detail="Words and bands instead" on=${withoutLines.value} onChange=${quieter} />
  <//>`;
}

/** @param {typeof reach.value} id */
function look(id) {
  reach.value = id;
  announce(series.pain.value.sentence);
}

/** @param {boolean} on */
async function quieter(on) {
  if (await stored(() => chooseWithoutLines(on))) announce('Saved on this phone.');
}

function Nothing() {
  if (!whole.value) return html`<${Card}><p>One moment.</p><//>`;
  return html`<${Card} title=${series.pain.value.sentence}>
    <p>It fills by itself from what is logged. Nothing to catch up.</p>
    <${Button} variant="quiet" tall href="/diary">Open the diary<//>
  <//>`;
}
