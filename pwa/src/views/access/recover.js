import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { go, goFrom, route } from '../../router.js';
import { recover } from '../../state/access.js';
import { session } from '../../state/session.js';
import { say } from '../../state/toast.js';
import { useErrorFocus } from '../account/error-focus.js';
import { Meeting, meeting } from '../account/meeting.js';
import { Password } from '../account/password.js';
import { fieldReasons, missingEmail } from '../account/reasons.js';
import { TaskNotes, useTask } from '../account/task.js';
import { missingPassword, PASSWORD_HINT } from './password-form.js';

const CODE_LENGTH = 25;

/** Letters and numbers of what was typed. @param {string} code */
const bare = (code) => code.replace(/[^\p{L}\p{N}]/gu, '');

/** A new password for whoever cannot sign in: with a code, or with the link of whoever runs the server. */
export function Recover() {
  const [token] = useState(() => location.hash.slice(1));
  // The secret of the link leaves the address, and the history with it.
  useEffect(() => { if (token) go('/recover', { replace: true }); }, []);
  const from = route.value;
  const done = () => {
    say('The new password is set.');
    goFrom(from, '/');
  };
  if (meeting.value) return html`<${Page} title="Sign in"><${Meeting} met=${meeting.value} onDone=${done} /><//>`;
  return html`<${Page} title=${token ? 'A new password' : 'I forgot my password'} back="/sign-in">
    <p>${token ? 'Your link opens the account once. Choose a new password.'
      : 'One of your recovery codes sets a new one.'} Every other device must then sign in again. Nothing is lost.</p>
    <${RecoverForm} token=${token} onDone=${done} />
    ${!token && html`<${Card} title="No code at hand?">
      <p>Ask the person who runs the server for a link. It works for an hour, and they do not see the password.</p>
      <p>What was written on this phone stays here.</p>
    <//>`}
  <//>`;
}

/** @param {{token: string, onDone: () => unknown}} props */
function RecoverForm({ token, onDone }) {
  const [typed, setTyped] = useState({ email: session.value.account?.email ?? '', code: '', password: '' });
  const [errors, setErrors] = useState(/** @type {Record<string, string>} */ ({}));
  const task = useTask((error) => {
    const { password } = fieldReasons(error);
    if (password) setErrors({ password });
    return Boolean(password);
  });
  const form = useErrorFocus(errors);
  const put = (/** @type {string} */ name) => (/** @type {string} */ text) => setTyped((was) => ({ ...was, [name]: text }));
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = missingIn(typed, token);
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    const { password } = typed;
    task.run(async () => {
      meeting.value = await recover(token ? { token, password } : { email: typed.email.trim(), code: bare(typed.code), password });
      if (!meeting.value) onDone();
    });
  };
  return html`<form ref=${form} class="account-form" onSubmit=${submit} novalidate>
    ${!token && html`<${Field} label="Email" type="email" name="email" autocomplete="username"
      value=${typed.email} onInput=${put('email')} error=${errors.email} />
    <${Field} label="Recovery code" hint=${`${CODE_LENGTH} letters and numbers. Small letters and spaces are fine.`} name="code"
      autocomplete="off" spellcheck=${false} maxLength=${64} value=${typed.code} onInput=${put('code')} error=${errors.code} />`}
    <${Password} label="New password" hint=${PASSWORD_HINT} autocomplete="new-password"
      value=${typed.password} onInput=${put('password')} error=${errors.password} />
    <${TaskNotes} task=${task} />
    <${Button} type="submit" tall busy=${task.busy}>${task.busy ? 'One moment' : 'Set it and sign in'}<//>
  </form>`;
}

/** @param {{email: string, code: string, password: string}} typed @param {string} token @returns {Record<string, string>} */
function missingIn({ email, code, password }, token) {
  const short = missingPassword(password);
  return {
    ...(token ? {} : missingEmail(email)),
    ...(token || bare(code).length === CODE_LENGTH ? {} : { code: `A code has ${CODE_LENGTH} letters and numbers. Check it and type it again.` }),
    ...(short ? { password: short } : {}),
  };
}
