import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { goFrom, route } from '../../router.js';
import { startLocal } from '../../state/session.js';
import { KeptEntries } from '../account/kept.js';
import { TaskNotes, useTask } from '../account/task.js';
import { HomeScreen, inIphoneTab } from './home-screen.js';
import { WelcomeTools } from './welcome-tools.js';

/** Put aside once in this visit; asking again and again helps nobody. */
let explained = false;

/** The first screen: three ways in, and no form. */
export function Welcome() {
  const [explain, setExplain] = useState(() => !explained && inIphoneTab());
  const task = useTask();
  const close = () => {
    explained = true;
    setExplain(false);
  };
  if (explain) return html`<${HomeScreen} onClose=${close} />`;
  const start = () => task.run(async () => {
    const from = route.value;
    await startLocal();
    goFrom(from, '/');
  });
  return html`<div class="screen"><div class="scroll">
    <${WelcomeTools} />
    <main id="main" class="welcome">
      <div class="welcome-words">
        <h1 tabindex="-1">Limber</h1>
        <p>A pain diary and movement companion for people with MS. It works without a network.</p>
      </div>
      <${TaskNotes} task=${task} />
      <${Button} tall wide icon="phone" detail="Your diary stays on this phone." busy=${task.busy} onClick=${start}>
        Start now, no account
      <//>
      <${Button} tall wide variant="line" icon="invite" href="/join">I have an invitation<//>
      <${Button} tall wide variant="line" icon="sign-in" href="/sign-in">Sign in<//>
      <${KeptEntries} />
      <p class="soft">Limber does not diagnose and gives no medicine advice.</p>
    </main>
  </div></div>`;
}
