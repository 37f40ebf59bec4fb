import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { alreadyTaken, dueNow } from '../../domain/dose.js';
import { wroteIt } from '../../domain/helping.js';
import { doseText, injects } from '../../domain/medicine.js';
import { me, momentThere } from '../../state/helping.js';
import { titleOf } from '../../state/medicines.js';
import { clockTime } from '../../ui/dates.js';
import { backWith, keepNew, openKept } from './add-save.js';
import { medicinesThere, todayThere } from './add-there.js';

/**
 * @typedef {import('../../domain/overlay.js').Rec} Rec
 * @typedef {{key: string, medicine: Rec, slot: string | null}} Line
 */

/** A dose that was given, by its name where that is shared, else by its kind. @param {import('./add-one.js').FormProps} props */
export function DoseGiven({ person, records }) {
  const asked = useSignal(/** @type {{line: Line, already: Rec} | null} */ (null));
  const today = todayThere(person, records);
  const doses = records.filter(({ kind, deleted }) => kind === 'dose' && !deleted);
  const lines = linesOf(medicinesThere(records, today), doses, momentThere(person.space).at.slice(0, 16));
  const give = async (/** @type {Line} */ line, /** @type {Rec | null} */ beside = null) => {
    const already = beside ?? /** @type {Rec | null} */ (alreadyTaken(line.medicine, line.slot, doses, Date.now()));
    if (already && !beside) {
      asked.value = { line, already };
      return;
    }
    const id = await keepNew(person, 'dose', {
      medicine_id: line.medicine.id, slot: line.slot, status: 'taken', ...(beside ? { beside: beside.id } : {}),
    });
    if (!id) return;
    if (injects(line.medicine.body)) openKept(person, id, 'Injection given');
    else backWith(person, id, `${titleOf(line.medicine.body)} given`);
  };
  return html`<${Page} title="A dose given" back=${`/people/${person.space}`} note=${`For ${person.name}, now. One tap keeps it.`}>
    <ul class="stack" role="list">${lines.map((line) => html`<li key=${line.key} class="stack">
      <${Pick} title=${nameOf(line.medicine)} detail=${stateOf(line, doses)} icon="pill" onClick=${() => give(line)} />
      ${asked.value?.line.key === line.key && html`<${AskAgain} already=${asked.value.already} name=${person.name}
        onNo=${() => { asked.value = null; }} onYes=${() => give(line, asked.value?.already ?? null)} />`}
    </li>`)}</ul>
    <p class="soft">Limber only notes what was given. What and how much is for ${person.name} and the team.</p>
  <//>`;
}

/** @param {Rec} medicine */
const nameOf = ({ body }) => [titleOf(body), doseText(body.regimen)].filter(Boolean).join(', ');

/**
 * The slots of today, and every other medicine without a time.
 * @param {Rec[]} medicines @param {Rec[]} doses @param {string} now - the person's wall clock
 * @returns {Line[]}
 */
function linesOf(medicines, doses, now) {
  const due = dueNow(medicines, doses, now);
  const rest = medicines.filter(({ id }) => !due.some(({ medicine }) => medicine.id === id));
  return [
    ...due.map(({ key, medicine, slot }) => ({ key, slot, medicine: /** @type {Rec} */ (medicine) })),
    ...rest.map((medicine) => ({ key: medicine.id, medicine, slot: null })),
  ];
}

/** "08:00, given at 08:05" @param {Line} line @param {Rec[]} doses */
function stateOf({ medicine, slot }, doses) {
  const already = alreadyTaken(medicine, slot, doses, Date.now());
  return [slot?.slice(11), already && `noted at ${clockTime(already.body.at)}`].filter(Boolean).join(', ') || undefined;
}

/** @param {{already: Rec, name: string, onNo: () => unknown, onYes: () => unknown}} props */
function AskAgain({ already, name, onNo, onYes }) {
  const who = wroteIt(already, me.value) ? 'by you' : `by ${already.author?.name || name}`;
  return html`<${Notice} now>
    <p>Already noted at ${clockTime(already.body.at)}, ${who}. Was it one dose or two?</p>
    <div class="pair">
      <${Button} variant="line" tall onClick=${onNo}>One dose, leave it<//>
      <${Button} variant="line" tall onClick=${onYes}>Two doses, note one more<//>
    </div>
  <//>`;
}
