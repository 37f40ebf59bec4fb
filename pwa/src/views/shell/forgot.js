import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { eraseDiary, openByPassword } from '../../state/cover.js';
import { session } from '../../state/session.js';
import { useErrorFocus } from '../account/error-focus.js';
import { Password } from '../account/password.js';
import { reasonFor } from '../account/reasons.js';

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
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useErrorFocus(error);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError('');
    try {
      await openByPassword(password);
    } catch (reason) {
      setError(reasonFor(reason));
      setBusy(false);
    }
  };
  return html`<${Card} title="Use the password of your account"><form ref=${form} class="account-form" onSubmit=${submit} novalidate>
    <p>The password of your account opens Limber and turns the app lock off. This needs a connection. Your entries stay.</p>
    <${Password} label="Your password" value=${password} onInput=${setPassword} autocomplete="current-password" error=${error} />
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
