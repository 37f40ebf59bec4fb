import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { go } from '../../router.js';
import { symptoms } from '../../state/diary.js';
import { draft } from '../../state/drafts.js';
import { session } from '../../state/session.js';
import { inIphoneTab } from '../welcome/home-screen.js';

/** Entries after which a diary is worth keeping in a second place. */
const WORTH_KEEPING = 3;

/** What keeps a diary from being lost, one thing at a time. */
export function KeepSafe() {
  return inIphoneTab() && symptoms.value.length > 0 ? html`<${OutOfTheTab} />` : html`<${WithAccount} />`;
}

/** A browser tab on an iPhone may lose everything after a week; that comes before anything else. */
function OutOfTheTab() {
  return html`<${Card} title="Put Limber on your home screen">
    <p>In a browser tab, this phone may delete your entries after seven days without a visit.</p>
    <${Button} variant="quiet" onClick=${() => go('/you/settings', { state: { open: 'phone' } })}>Show me how<//>
  <//>`;
}

/** Offers an account to a diary that lives on this phone alone. Once: "Later" puts it away for good. */
function WithAccount() {
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
