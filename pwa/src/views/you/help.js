import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { contactTitle } from '../../domain/contact.js';
import { emergency, saved } from '../../state/numbers.js';
import { session } from '../../state/session.js';
import { CallButton } from '../contact/call.js';
import { ShowEverything } from '../settings/show-everything.js';

/** What Limber is, what it is not, and what to do in an emergency. Works before sign-in and without a network. */
export function Help() {
  const begun = session.value.mode === 'local' || session.value.mode === 'account';
  return html`<${Page} title="Help" back=${begun ? '/you' : '/'}>
    <${Notice} tone="alert">
      <h2>In an emergency</h2>
      <p>Limber cannot call for help by itself. These buttons open your phone's dialler.</p>
      <${Numbers} />
    <//>
    <${ShowEverything} />
    <${Card} title="What Limber is">
      <p>A diary for pain and other symptoms of MS. You note what you feel. You see it day by day.</p>
      <p>You can share parts of it with people who help you.</p>
    <//>
    <${Card} title="What Limber is not">
      <p>It does not diagnose. It gives no medicine advice. It does not replace your MS team.</p>
      <p>Ask your doctor or nurse about anything new, sudden or worrying.</p>
    <//>
    <${Card} title="Where your diary lives">
      <p>Without an account it is on this phone only. Nothing is sent.</p>
      <p>With an account it is also on your server. Whoever runs the server can read what is stored there.</p>
      <p>Nobody else gets anything. There are no trackers and no advertisements.</p>
    <//>
    <${Card} title="Bigger text">
      <p>${begun ? 'It is in the settings, under “Text size and colours”.' : 'Tap “Bigger text” on the first screen.'}
        ${' '}Limber also follows the text size of your phone.</p>
      ${begun && html`<${Button} variant="quiet" tall href="/you/settings">Open settings<//>`}
    <//>
    <${Card} title="A tap by mistake">
      <p>Tap “Undo”, or open the entry in the diary. You can change it or take it away at any time.</p>
    <//>
  <//>`;
}

/** The number of the country, then the person's own. */
function Numbers() {
  const { number, sure, country } = emergency.value;
  const where = country ? `The emergency number for ${country.name}.` : 'The emergency number in many countries.';
  return html`
    <${CallButton} alert number=${number} words=${`Call ${number}`} detail=${sure ? 'Your emergency number' : where} />
    ${!sure && html`<p>If you are somewhere else, use the number there (such as 112, 911, 999).</p>`}
    ${saved.value.filter(({ body }) => body.number).map(({ id, body }) => html`<${CallButton} key=${id} number=${body.number}
      words=${`Call ${contactTitle(body)}`} detail=${[body.number, body.hours].filter(Boolean).join(', ')} />`)}`;
}
