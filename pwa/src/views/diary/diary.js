import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { SyncLine } from '../../components/sync-line.js';
import { months } from '../../domain/past.js';
import { allDays, readPast } from '../../state/past.js';
import { syncNow, syncState } from '../../state/sync.js';
import { TwoVersionsLine, UntimedLines } from '../sync/two-line.js';
import { DayList, wantedDay } from './day-list.js';

export { loggedBy } from './day.js';

/** What was logged, day by day, newest first. */
export function Diary() {
  const going = useSignal(false);
  useEffect(() => { readPast(); }, []);
  const days = allDays.value;
  return html`<${Page} title="Diary">
    ${days?.length === 0 && html`<${Card}>
      <p>Nothing here yet. One tap on Today starts it.</p>
      <${Button} variant="quiet" tall href="/">Go to Today<//>
    <//>`}
    <div class="stack">
      ${days?.length !== 0 && html`<div class="pair">
        <${Button} variant="line" tall icon="search" href="/diary/find">Find<//>
        <${Button} variant="line" tall icon="calendar" label="Go to a month" onClick=${() => { going.value = !going.value; }}>Go to<//>
      </div>`}
      ${days && going.value && html`<${Months} days=${days} onGo=${() => { going.value = false; }} />`}
    </div>
    <${TwoVersionsLine} /><${UntimedLines} />
    ${days && days.length > 0 && html`<${DayList} days=${days} />`}
    ${days?.length === 0 && html`<${Button} variant="line" tall href="/diary/find">Deleted entries<//>`}
    <${SyncLine} state=${syncState.value} href="/sync" onSend=${syncNow} />
  <//>`;
}

/**
 * Years, and the months of the one that is open. A month without an entry is not there.
 * @param {{days: readonly import('../../domain/past.js').Day[], onGo: () => void}} props
 */
function Months({ days, onGo }) {
  const all = months(days);
  const years = [...new Set(all.map(({ month }) => month.slice(0, 4)))];
  const open = useSignal(years.length === 1 ? years[0] : '');
  const goTo = (/** @type {number} */ first) => {
    onGo();
    requestAnimationFrame(() => { [wantedDay.value] = days[first]; });
  };
  return html`<${Card} title="Go to">
    ${years.map((year) => html`<div key=${year} class="stack">
      <${Pick} title=${year} open=${open.value === year} icon=${open.value === year ? 'less' : 'more'}
        onClick=${() => { open.value = open.value === year ? '' : year; }} />
      ${open.value === year && html`<div class="pair" role="group" aria-label=${`Months of ${year}`}>
        ${all.filter(({ month }) => month.startsWith(year)).map(({ month, first }) => html`<${Pick} key=${month} title=${monthName(month)}
          onClick=${() => goTo(first)} />`)}
      </div>`}
    </div>`)}
  <//>`;
}

/** @param {string} month - YYYY-MM */
function monthName(month) {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
}
