import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { forgetCheck, helperCheck, toggleStrain } from '../../state/helper-check.js';
import { pack } from '../../state/knowledge.js';
import { crisis, emergency } from '../../state/numbers.js';
import { today } from '../../state/today.js';
import { CallButton, crisisDetail } from '../contact/call.js';
import { Waiting } from '../learn/opening.js';
import { Why } from '../learn/why.js';
import { dayTitle } from '../people/when.js';

/** @typedef {{id: string, label: string, say: string, sources: string[]}} Strain - a row of the pack */

/** The helper's own page: how they are, where to get help, and what sharing shows. */
export function Helper() {
  const strain = /** @type {Strain[] | undefined} */ (pack('helping')?.strain);
  return html`<${Page} title="How are you?" back="/people" note="For the one who helps">
    <p>Tap what fits. It stays on this phone. It is never sent, and nobody you help can see it.</p>
    ${strain ? html`<${Check} strain=${strain} />` : html`<${Waiting} />`}
    <${Somebody} />
    <${Card} title="Your back">
      <p>Never lift a person alone. Ask to be shown how to lend a hand.</p>
      <${Pick} title="Hands on: never lift alone" href="/learn/CARD-50" />
    <//>
    <${WhatSharingShows} />
    <${Pick} title="How to help" detail="Short cards with their sources" icon="book" href="/learn/helping" />
  <//>`;
}

/** @param {{strain: Strain[]}} props */
function Check({ strain }) {
  const { on, chosen } = helperCheck.value ?? { on: '', chosen: [] };
  const said = strain.filter(({ id }) => chosen.includes(id));
  return html`<${Choices} label="How are you?" items=${strain} chosen=${chosen} onToggle=${toggleStrain} />
    <div role="status">${said.length > 0 && html`<${Card} title=${`Noted: ${dayTitle(on, today.value).toLowerCase()}`} tone="soft">
      ${said.map(({ id, say }) => html`<p key=${id}>${say}</p>`)}
      <${Why} title="Where this comes from" sources=${[...new Set(said.flatMap(({ sources }) => sources))]} />
      <${Button} variant="line" tall icon="bin" onClick=${forgetCheck}>Take it away<//>
    <//>`}</div>`;
}

/** Whom to talk to: people, not the app. */
function Somebody() {
  const line = crisis.value;
  return html`<${Card} title="Where to get help">
    <ul class="plain-list">
      <li>Your own doctor. Say that you help someone with MS.</li>
      <li>The MS nurse or MS team. Ask about short breaks and training.</li>
      <li>An MS charity near you. Many have groups for people who help.</li>
    </ul>
    ${line && html`<p>When it is too much, day or night, you can call someone.</p><${CallButton} number=${line.number} words=${line.name} detail=${crisisDetail(line)} />`}
    <p class="soft">In danger, call ${emergency.value.number}.</p>
  <//>`;
}

function WhatSharingShows() {
  return html`<${Card} title="What sharing shows">
    <p>You see what the other person chose to show, and nothing else. They can change or end it at any time.</p>
    <p>They can see when you looked. What you add for them carries your name.</p>
    <p>Whoever runs the server can read what is stored there.</p>
    <${Pick} title="All that sharing shows, and what it does not" href="/you/sharing/shows" />
  <//>`;
}
