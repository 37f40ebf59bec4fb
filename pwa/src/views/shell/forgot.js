import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { eraseDiary, openByPassword } from '../../state/cover.js';
import { session } from '../../state/session.js';
import { useOnePassword } from '../account/one-password.js';
import { Password } from '../account/password.js';

/**
 * What helps when the PIN is forgotten: the account's password. Without an account nothing does.
 * @param {{onBack: () => unknown}} props
 */
export function Forgot({ onBack }) {
  return html`<${Page} title="Forgot the PIN" foot=${html`<${Button} variant="line" tall onClick=${onBack}>Back to the PIN<//>`}>
    ${session.value.account ? html`<${ByPassword} />` : html`<${Nothing} />`}
  <//>`;
}

function ByPassword() {
  const { form, field, busy } = useOnePassword(openByPassword);
  return html`<${Card} title="Use the password of your account"><form ...${form}>
    <p>The password of your account opens Limber and turns the app lock off. This needs a connection. Your entries stay.</p>
    <${Password} ...${field} />
    <${Button} type="submit" busy=${busy}>Open and turn the lock off<//>
  </form><//>`;
}

const WORD = 'erase';

/** The only other way is to begin anew, and nobody gets there by a slip of the hand. */
function Nothing() {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const ready = typed.trim().toLowerCase() === WORD;
  return html`<${Card} title="Only the PIN opens this diary">
    <p>This diary is on this phone only, without an account. Nobody else has a copy, and nobody can look up the PIN.</p>
    <p>Take your time. You can try as often as you like; after several tries there is a wait.</p>
    ${!open && html`<${Button} variant="line" onClick=${() => setOpen(true)}>Begin with an empty diary instead<//>`}
    ${open && html`<p>This deletes every entry of this diary from this phone, for good. It cannot be taken back.</p>
      <${Field} label=${`Type the word “${WORD}” to go on`} value=${typed} onInput=${setTyped} autocomplete="off" spellcheck=${false} />
      ${ready && html`<${Button} variant="alert" onClick=${eraseDiary}>Delete this diary for good<//>`}`}
  <//>`;
}
