import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { symptoms } from '../../state/diary.js';
import { draft } from '../../state/drafts.js';
import { session } from '../../state/session.js';

/** Entries after which a diary is worth keeping in a second place. */
const WORTH_KEEPING = 3;

/** Offers an account to a diary that lives on this phone alone. Once: "Later" puts it away for good. */
export function KeepSafe() {
  const answered = draft('keep_safe_answered');
  if (session.value.mode !== 'local' || answered.value || symptoms.value.length < WORTH_KEEPING) return null;
  return html`<${Card} title="Keep this diary safe">
    <p>It lives on this phone only. With an account it is kept on your server too, and you can share it if you like.</p>
    <div class="pair">
      <${Button} variant="quiet" href="/account">Make an account<//>
      <${Button} variant="line" onClick=${() => { answered.value = true; }}>Later<//>
    </div>
  <//>`;
}
