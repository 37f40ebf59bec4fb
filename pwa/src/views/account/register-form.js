import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { register } from '../../state/session.js';
import { useErrorFocus } from './error-focus.js';
import { Password } from './password.js';
import { codeOf, fieldReasons, missingIn, PASSWORD_LEAST, reasonFor } from './reasons.js';
import { TaskNotes, useTask } from './task.js';

/**
 * @typedef {object} RegisterFormProps
 * @property {() => unknown} onDone
 * @property {string} [invitation] - a code or token, which some servers ask for
 */

/**
 * Name, email, password: an account in one step.
 * @param {RegisterFormProps} props
 */
export function RegisterForm({ onDone, invitation }) {
  const [account, setAccount] = useState({ display_name: '', email: '', password: '' });
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const task = useTask((error) => shownAtField(error, setErrors));
  const form = useErrorFocus(errors);
  const typed = (/** @type {string} */ name) => (/** @type {string} */ text) => setAccount((was) => ({ ...was, [name]: text }));
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = missingIn(account);
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    const tidy = { ...account, display_name: account.display_name.trim(), email: account.email.trim(), ...(invitation ? { invitation } : {}) };
    task.run(async () => {
      await register(tidy);
      onDone();
    });
  };
  return html`<form ref=${form} class="account-form" onSubmit=${submit} novalidate>
    <${Field} label="Your name" hint="As the people you share with know you." name="name" autocomplete="name" maxLength=${80}
      value=${account.display_name} onInput=${typed('display_name')} error=${errors.display_name} />
    <${Field} label="Email" hint="Only for signing in. Nothing is sent to it." type="email" name="email" autocomplete="username"
      value=${account.email} onInput=${typed('email')} error=${errors.email} />
    <${Password} label="Password" hint=${`At least ${PASSWORD_LEAST} letters, numbers or signs.`} autocomplete="new-password"
      value=${account.password} onInput=${typed('password')} error=${errors.password} />
    <${TaskNotes} task=${task} />
    <${Button} type="submit" tall busy=${task.busy}>${task.busy ? 'Making your account' : 'Make my account'}<//>
  </form>`;
}

/** @param {unknown} error @param {(errors: Record<string, string>) => void} setErrors */
function shownAtField(error, setErrors) {
  const fields = fieldReasons(error);
  if (codeOf(error) === 'email_taken') fields.email = reasonFor(error);
  const known = Object.keys(fields).some((name) => ['display_name', 'email', 'password'].includes(name));
  if (known) setErrors(fields);
  return known;
}
