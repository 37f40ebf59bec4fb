import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { session, signIn } from '../../state/session.js';
import { useErrorFocus } from './error-focus.js';
import { Password } from './password.js';
import { codeOf, missingEmail } from './reasons.js';
import { TaskNotes, useTask } from './task.js';

/**
 * @typedef {object} SignInFormProps
 * @property {() => unknown} onDone
 */

/** @param {SignInFormProps} props */
export function SignInForm({ onDone }) {
  const [email, setEmail] = useState(session.value.account?.email ?? '');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const task = useTask((error) => {
    const { mode, account } = session.value;
    const other = codeOf(error) === 'diary_on_this_phone' && mode === 'signed_out';
    if (other) setErrors({ email: `This phone keeps the diary of ${account?.email}. Sign in with that email.` });
    return other;
  });
  const form = useErrorFocus(errors);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = { ...missingEmail(email), ...(password ? {} : { password: 'Type your password.' }) };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    task.run(async () => {
      await signIn({ email: email.trim(), password });
      onDone();
    });
  };
  return html`<form ref=${form} class="account-form" onSubmit=${submit} novalidate>
    <${Field} label="Email" type="email" name="email" autocomplete="username"
      value=${email} onInput=${setEmail} error=${errors.email} />
    <${Password} label="Password" autocomplete="current-password" value=${password} onInput=${setPassword} error=${errors.password} />
    <${TaskNotes} task=${task} />
    <${Button} type="submit" tall busy=${task.busy}>${task.busy ? 'Signing in' : 'Sign in'}<//>
  </form>`;
}
