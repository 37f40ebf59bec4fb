import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { session } from '../../state/session.js';
import { CodesMaker } from './codes-maker.js';
import { NeedsSignIn } from './needs-sign-in.js';

/** Ten codes for the day on which the password is forgotten. */
export function Codes() {
  if (session.value.mode !== 'account') return html`<${NeedsSignIn} title="Recovery codes" />`;
  return html`<${Page} title="Recovery codes" back="/you/access">
    <${CodesMaker} />
    <${Button} variant="line" tall href="/you/access">Done<//>
  <//>`;
}
