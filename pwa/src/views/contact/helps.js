import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { HELP_MOST, REACTION_MOST } from '../../domain/contact.js';
import { earlier, without } from '../../domain/order.js';
import { back } from '../../router.js';
import { label } from '../../state/content.js';
import { terms } from '../../state/custom.js';
import { draft } from '../../state/drafts.js';
import { theOne } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { keepCard } from './save.js';
import { lower } from '../profile/words.js';

/** @typedef {import('../../domain/contact.js').Help} Help */

/** What somebody else can help with comes first; the answer that nothing helped is no help. */
const FIRST = ['cool_down', 'heat_pack', 'cold_pack', 'rest', 'lie_down', 'change_position', 'talk', 'aid_or_brace'];
const NO_HELP = ['nothing_helped'];

/** @param {Help} help @returns {string} */
const helpLabel = ({ relief, text }) => text ?? terms('reliefs').find(({ id }) => id === relief)?.label ?? label('reliefs', relief ?? '');

/** @param {Help[] | null | undefined} helps @returns {string} "Cooling down, heat pack" */
export const helpWords = (helps) => (helps ?? []).map((help, at) => (at === 0 ? helpLabel(help) : lower(helpLabel(help)))).join(', ');

/** The ways to help that people who help may see, in the person's own order. An empty list shows them nothing. */
export function Helps() {
  const helps = /** @type {Help[]} */ (theOne('care_card')?.body.help ?? []);
  const keep = (/** @type {Help[]} */ help) => keepCard({ help });
  return html`<${Page} title="What helps me" back="/you/numbers" foot=${html`<${Button} tall onClick=${() => back('/you/numbers')}>Done<//>`}>
    <p>The people you share this with see your list, in your order. They see no other advice.</p>
    <${Mine} helps=${helps} onKeep=${keep} />
    ${helps.length < HELP_MOST && html`<${OwnWay} onAdd=${(/** @type {string} */ text) => keep([...helps, { text }])} /><${Offered} helps=${helps} onKeep=${keep} />`}
  <//>`;
}

/** @param {{helps: Help[], onKeep: (helps: Help[]) => Promise<boolean>}} props */
function Mine({ helps, onKeep }) {
  const open = useSignal(-1);
  const remove = async (/** @type {number} */ at) => {
    open.value = -1;
    if (await onKeep(without(helps, at))) say(`Taken away: ${helpLabel(helps[at])}.`, () => onKeep(helps));
  };
  const up = (/** @type {number} */ at) => {
    open.value = at - 1;
    onKeep(earlier(helps, at));
  };
  return html`<section class="stack" aria-label="My list">
    <h2>My list</h2>
    ${helps.length === 0 && html`<p class="soft">Nothing here yet, so nothing is shown to others.</p>`}
    ${helps.map((help, at) => html`<${Pick} key=${helpLabel(help)} title=${`${at + 1}. ${helpLabel(help)}`} open=${open.value === at} icon="edit"
        onClick=${() => { open.value = open.value === at ? -1 : at; }} />
      ${open.value === at && html`<${Card} key=${`change ${at}`}><div class="pair">
        ${at > 0 && html`<${Button} variant="line" tall onClick=${() => up(at)}>Move it up<//>`}
        <${Button} variant="line" tall icon="bin" onClick=${() => remove(at)}>Take it away<//>
      </div><//>`}`)}
  </section>`;
}

/** @param {{onAdd: (text: string) => Promise<boolean>}} props */
function OwnWay({ onAdd }) {
  const written = draft('way to help');
  const text = (written.value ?? '').trim();
  const add = async () => { if (await onAdd(text)) written.value = null; };
  return html`<${Field} label="In my own words" hint="Such as: hold my arm on the stairs." value=${written.value ?? ''} maxLength=${REACTION_MOST}
      onInput=${(/** @type {string} */ now) => { written.value = now || null; }} />
    ${text && html`<${Button} variant="quiet" tall icon="log" onClick=${add}>Add this<//>`}`;
}

/** @param {{helps: Help[], onKeep: (helps: Help[]) => Promise<boolean>}} props */
function Offered({ helps, onKeep }) {
  const all = useSignal(false);
  const mine = helps.flatMap(({ relief }) => relief ?? []);
  const offered = terms('reliefs').filter(({ id }) => !NO_HELP.includes(id));
  const shown = all.value ? offered : offered.filter(({ id }) => FIRST.includes(id) || mine.includes(id));
  const items = shown.map(({ id, label: name, medical }) => ({ id, label: name, detail: medical }));
  const toggle = (/** @type {string} */ id) => onKeep(mine.includes(id) ? helps.filter(({ relief }) => relief !== id) : [...helps, { relief: id }]);
  return html`<section class="stack" aria-label="Choose">
    <h2>Choose</h2>
    <${Choices} label="What helps me" items=${items} chosen=${mine} onToggle=${toggle} />
    ${!all.value && html`<${Pick} title="More" icon="more" onClick=${() => { all.value = true; }} />`}
  </section>`;
}
