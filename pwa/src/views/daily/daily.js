import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Chips } from '../../components/chips.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Question } from '../../components/question.js';
import { Switch } from '../../components/switch.js';
import { ROWS } from '../../domain/daily.js';
import { go, route } from '../../router.js';
import { dayBody, mindBody, rowsFor, setDay } from '../../state/dailies.js';
import { theOne } from '../../state/records.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { addDays, dayName, daysBetween } from '../../ui/dates.js';
import { capital } from '../diary/words.js';
import { stored } from '../log/save.js';
import { mindText } from '../mood/words.js';
import { onward } from '../safety/after.js';
import { AsUsual } from './as-usual.js';
import { Answer } from './answer.js';
import { ROW } from './rows.js';
import { goStep, leaveSteps } from './steps.js';

const DAYS_BACK = 14;
/** Rows at first sight. */
const FIRST = 5;
const A_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The strip of one day: every row optional, every tap kept at once. */
export function Daily() {
  const { on: asked, step } = /** @type {{on?: string, step?: string}} */ (route.value.state);
  const on = asked && A_DATE.test(asked) && asked <= today.value ? asked : today.value;
  const rows = rowsFor(on);
  return step && ROW[step] ? html`<${Step} key=${on + step} on=${on} row=${step} rows=${rows} />`
    : html`<${Strip} key=${on} on=${on} rows=${rows} />`;
}

/** @param {string} on */
const keeper = (on) => async (/** @type {import('../../state/dailies.js').Set} */ values) => {
  if (await stored(() => setDay(on, values))) announce('Saved on this phone.');
};

/** @param {{on: string, rows: string[]}} props */
function Strip({ on, rows }) {
  const all = useSignal(false);
  const body = dayBody(on);
  const keep = keeper(on);
  const done = () => {
    const record = theOne('daily', { on });
    if (record) onward(record.id, { to: '/' });
    else go('/', { replace: true });
  };
  const shown = all.value ? rows : rows.slice(0, FIRST);
  const hidden = rows.slice(FIRST).map((row) => rowText(row, body, on) && ROW[row].title.toLowerCase()).filter(Boolean);
  return html`<${Page} title=${titleOf(on)} back="/" note="Everything here is optional. Each tap is kept."
    foot=${html`<${Button} tall onClick=${done}>Done<//>`}>
    <${AsUsual} on=${on} />
    <div class="stack">
      ${shown.map((row) => html`<${RowPick} key=${row} row=${row} on=${on} text=${rowText(row, body, on)} />`)}
      <${Pick} title=${all.value ? 'Fewer' : 'More'} detail=${!all.value && hidden.length > 0 ? `Said: ${hidden.join(', ')}` : undefined}
        icon="more" open=${all.value} onClick=${() => { all.value = !all.value; }} />
    </div>
    <${Which} on=${on} />
    <${Switch} label="Keep this day private" detail="Nobody you share with sees these answers, or that they are there."
      on=${body.private === true} onChange=${(/** @type {boolean} */ is) => keep({ private: is })} />
  <//>`;
}

/** @param {string} on */
function titleOf(on) {
  const ago = daysBetween(on, today.value);
  if (ago === 0) return 'Anything different today?';
  return ago === 1 ? 'Anything different yesterday?' : `Anything different on ${dayName(on, today.value)}?`;
}

/** @param {string} row @param {Record<string, any>} body @param {string} on */
const rowText = (row, body, on) => capital(row === 'mood' ? mindText(mindBody(on)) : ROW[row].say(body));

/** @param {{row: string, on: string, text: string}} props */
function RowPick({ row, on, text }) {
  const open = () => (row === 'mood' ? go('/day/mind', { state: { on } }) : goStep('/day', { on, step: row }));
  return html`<${Pick} title=${row === 'mood' ? 'Mood' : ROW[row].title} detail=${text || 'Not said'} icon="forward" onClick=${open} />`;
}

/** @param {{on: string}} props */
function Which({ on }) {
  const ago = daysBetween(on, today.value);
  const other = useSignal(ago > 1);
  const to = (/** @type {string} */ day) => { if (day !== on) go('/day', { state: { on: day }, replace: true }); };
  const pick = (/** @type {string} */ id) => {
    other.value = id === 'other';
    if (id !== 'other') to(addDays(today.value, id === 'today' ? 0 : -1));
  };
  const chosen = other.value ? 'other' : ago === 0 ? 'today' : 'yesterday';
  return html`<section class="stack" aria-labelledby="which-title">
    <h2 id="which-title">Which day?</h2>
    <${Chips} label="Which day?" chosen=${[chosen]} onToggle=${pick}
      items=${[{ id: 'today', label: 'Today' }, { id: 'yesterday', label: 'Yesterday' }, { id: 'other', label: 'Another day' }]} />
    ${other.value && html`<${Field} label="Day" type="date" hint="Up to 14 days back." value=${ago > 1 ? on : ''}
      min=${addDays(today.value, -DAYS_BACK)} max=${today.value} onInput=${() => {}}
      onChange=${(/** @type {string} */ day) => { if (day >= addDays(today.value, -DAYS_BACK) && day <= today.value) to(day); }} />`}
  </section>`;
}

/** @param {{on: string, row: string, rows: string[]}} props */
function Step({ on, row, rows }) {
  const questions = rows.filter((one) => one !== 'mood' && one in ROWS);
  const at = questions.indexOf(row);
  const next = questions[at + 1];
  const note = [on !== today.value && `${dayName(on, today.value)}.`, 'Each tap is kept. A second tap takes it back.'].filter(Boolean).join(' ');
  return html`<${Question} title=${ROW[row].ask} back="/day" place=${at + 1} of=${questions.length} note=${note}
    onDone=${() => leaveSteps('/day', { on })} onNext=${next && (() => goStep('/day', { on, step: next }))}>
    <${Answer} row=${row} on=${on} keep=${keeper(on)} />
  <//>`;
}
