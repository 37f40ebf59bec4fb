import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { go } from '../../router.js';
import { records } from '../../state/diary.js';
import { session } from '../../state/session.js';
import { syncState } from '../../state/sync.js';
import { entryCount } from '../sharing/words.js';
import { RegisterForm } from './register-form.js';

/** Makes an account and moves the diary into it whole. */
export function Account() {
  const [sending, setSending] = useState(/** @type {number | null} */ (null));
  const { mode, account } = session.value;
  if (sending !== null) return html`<${Made} count=${sending} />`;
  if (mode === 'account' && account) return html`<${Have} email=${account.email} />`;
  // Counted before: once the account is there, sending begins at once.
  const held = Math.max(syncState.value.waiting, records.value.filter((rec) => !rec.deleted).length);
  const made = () => {
    setSending(held);
    go('/account', { replace: true, state: { step: 'made' } });
  };
  return html`<${Page} title="Keep this diary safe" back="/you">
    <p>With an account, your diary also lives on your server. If this phone is lost, it is still there.
      ${mode === 'local' && ' All of it moves. Nothing on this phone changes.'}</p>
    <p>Whoever runs this server can read what is stored on it. Make an account only if you trust them.</p>
    <${RegisterForm} onDone=${made} />
    ${mode === 'local' && html`<${Button} variant="line" tall href="/sign-in">I have an account already<//>`}
  <//>`;
}

/** @param {{count: number}} props */
function Made({ count }) {
  return html`<${Page} title="Your account is made">
    <${Notice} tone="good" now>
      <p>${count > 0 ? `${entryCount(count)} will be sent to your server. You can go on meanwhile.` : 'Your diary is ready.'}</p>
    <//>
    <${Button} tall href="/">Go to Today<//>
    <p>If the password is ever forgotten, a recovery code opens the account. It takes a minute to keep some.</p>
    <${Button} variant="line" tall href="/you/access/codes">Recovery codes<//>
    <${Button} variant="line" tall href="/you/sharing">Share with someone<//>
  <//>`;
}

/** @param {{email: string}} props */
function Have({ email }) {
  return html`<${Page} title="Keep this diary safe" back="/you">
    <p>You are signed in as ${email}. ${syncState.value.text}</p>
    <${Button} tall href="/">Go to Today<//>
  <//>`;
}
