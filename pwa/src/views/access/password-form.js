import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { changePassword } from '../../state/access.js';
import { session } from '../../state/session.js';
import { useErrorFocus } from '../account/error-focus.js';
import { Password } from '../account/password.js';
import { codeOf, fieldReasons, PASSWORD_LEAST } from '../account/reasons.js';
import { TaskNotes, useTask } from '../account/task.js';

/** Another password for the account that is signed in here. @param {{onDone: () => unknown}} props */
export function PasswordForm({ onDone }) {
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState({ password: '' });
  const task = useTask((error) => atField(error, setErrors));
  const form = useErrorFocus(errors);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = missingPassword(password);
    setErrors({ password: missing });
    if (missing) return;
    task.run(async () => {
      await changePassword(password);
      onDone();
    });
  };
  return html`<form ref=${form} class="account-form" onSubmit=${submit} novalidate>
      <input type="email" name="email" autocomplete="username" value=${session.value.account?.email ?? ''} readonly hidden />
      <${Password} label="New password" hint=${PASSWORD_HINT} autocomplete="new-password"
        value=${password} onInput=${setPassword} error=${errors.password} />
      ${!task.waits && html`<${Button} type="submit" tall busy=${task.busy}>Set the new password<//>`}
    </form>
    <${TaskNotes} task=${task} />`;
}

export const PASSWORD_HINT = `At least ${PASSWORD_LEAST} letters, numbers or signs.`;

/** @param {string} password @returns {string} what is wanting, empty when nothing is */
export function missingPassword(password) {
  return password.length < PASSWORD_LEAST ? `Use at least ${PASSWORD_LEAST} letters, numbers or signs.` : '';
}

/**
 * What the server says about the password is shown at its field.
 * @param {unknown} error
 * @param {(errors: {password: string}) => void} setErrors
 */
export function atField(error, setErrors) {
  const { password } = fieldReasons(error);
  if (codeOf(error) !== 'validation' || !password) return false;
  setErrors({ password });
  return true;
}
