import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { Pick } from '../../components/pick.js';
import { OWN_WORD_MOST, addCustom, ownTerms, renameCustom, takeOffList } from '../../state/custom.js';
import { draft } from '../../state/drafts.js';
import { restore } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';
import { stored } from './save.js';

/**
 * A row that takes a word of the person's own into a list, and one to change those that are in it.
 * @param {{list: string, secret?: boolean, onAdded: (id: string) => unknown}} props
 */
export function OwnWord({ list, secret = false, onAdded }) {
  const written = draft(`own_word_${list}`);
  const open = useSignal(false);
  const changing = useSignal(false);
  const own = ownTerms(list);
  const asked = open.value || Boolean(written.value);
  const add = async () => {
    const text = (written.value ?? '').trim();
    if (!text) return;
    const id = await stored(() => addCustom(list, text, secret));
    if (!id) return;
    written.value = null;
    open.value = false;
    await onAdded(id);
  };
  return html`
    <${Pick} title="Add my own" icon="log" open=${asked} onClick=${() => { open.value = !asked; if (asked) written.value = null; }} />
    ${asked && html`<div class="stack">
      <${Field} label="In my own words" hint="It stays in your list, at the top." maxLength=${OWN_WORD_MOST} value=${written.value ?? ''}
        onInput=${(/** @type {string} */ text) => { written.value = text || null; open.value = true; }} />
      <${Button} variant="quiet" tall icon="check" onClick=${add}>Add it<//>
    </div>`}
    ${own.length > 0 && html`<${Pick} title="Change my own words" icon="edit" open=${changing.value}
      onClick=${() => { changing.value = !changing.value; }} />`}
    ${changing.value && own.map((term) => html`<${OneOwn} key=${term.id} term=${term} />`)}`;
}

/** @param {{term: import('../../state/custom.js').Term}} props */
function OneOwn({ term }) {
  const text = useSignal(term.label);
  const rename = async (/** @type {string} */ label) => {
    if (label.trim() === term.label) return;
    if (await stored(() => renameCustom(term.id, label))) announce('Saved on this phone.');
  };
  const takeOff = async () => {
    if (await stored(() => takeOffList(term.id))) say(`Taken off the list: ${term.label}.`, () => restore(term.id));
  };
  return html`<div class="stack">
    <${Field} label=${`Word: ${term.label}`} maxLength=${OWN_WORD_MOST} value=${text.value}
      onInput=${(/** @type {string} */ label) => { text.value = label; }} onChange=${rename} />
    <${Button} variant="line" tall icon="bin" onClick=${takeOff}>Take “${term.label}” off the list<//>
  </div>`;
}
