import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { today } from '../../state/today.js';
import { points, series, span } from '../../state/trends.js';
import { withoutLines } from '../../state/without-lines.js';
import { BandAlone, Lines } from './lines.js';
import { AsTable } from './table.js';
import { partName, shortDay } from './words.js';
import { written } from '../../domain/trends/diary.js';

const EACH = { day: '', week: 'Each point is the middle of a week.', month: 'Each point is the middle of 30 days.' };

/** Pain of these days: a sentence, a chart that says the same, and its numbers. */
export function Pain() {
  const { sentence, rows } = series.pain.value;
  const all = points.value;
  const hard = rows.filter(({ hard_day: its }) => its).length;
  const [first, ...rest] = sentence.split(/(?<=\.) /);
  return html`<${Card} title=${first}>
    ${rest.length > 0 && html`<p>${rest.join(' ')}</p>`}
    ${all.points.length > 0 && (withoutLines.value
      ? html`<${BandAlone} band=${series.band.value} />`
      : html`<${Lines} all=${all} band=${series.band.value} from=${shortDay(written(span.value.first))} label=${`Pain, 0 to 10. ${sentence}`}
        shades=${all.by === 'day' ? series.secondDays.value : []} days=${span.value.last - span.value.first + 1} />`)}
    ${!withoutLines.value && EACH[all.by] && html`<p class="soft">${EACH[all.by]}</p>`}
    ${hard > 0 && html`<p class="soft">Hard days, logged without a number: ${hard}.</p>`}
    ${all.points.length > 0 && html`<${AsTable} name="Pain, the strongest and the middle" head=${['When', 'Worst', 'Middle']}
      rows=${all.points.map((point) => [partName(all.by, point.on, today.value), point.worst, point.middle]).reverse()} />`}
  <//>`;
}
