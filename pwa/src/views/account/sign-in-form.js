import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { session, signIn } from '../../state/session.js';
import { useErrorFocus } from './error-focus.js';
import { Meeting, meeting } from './meeting.js';
import { Password } from './password.js';
import { missingEmail } from './reasons.js';
import { TaskNotes, useTask } from './task.js';

/**
 * @typedef {object} SignInFormProps
 * @property {() => unknown} onDone
 */

/** Email and password; then, where the phone has another diary, what becomes of that one. @param {SignInFormProps} props */
export function SignInForm({ onDone }) {
  const [email, setEmail] = useState(session.value.account?.email ?? '');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const task = useTask();
  const form = useErrorFocus(errors);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = { ...missingEmail(email), ...(password ? {} : { password: 'Type your password.' }) };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    task.run(async () => {
      meeting.value = await signIn({ email: email.trim(), password });
      if (!meeting.value) onDone();
    });
  };
  if (meeting.value) return html`<${Meeting} met=${meeting.value} onDone=${onDone} />`;
  return html`<form ref=${form} class="account-form" onSubmit=${submit} novalidate>
    <${Field} label="Email" type="email" name="email" autocomplete="username"
      value=${email} onInput=${setEmail} error=${errors.email} />
    <${Password} label="Password" autocomplete="current-password" value=${password} onInput=${setPassword} error=${errors.password} />
    <${TaskNotes} task=${task} />
    <${Button} type="submit" tall busy=${task.busy}>${task.busy ? 'Signing in' : 'Sign in'}<//>
  </form>`;
}
