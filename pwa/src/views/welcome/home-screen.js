import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { unsent } from '../../state/opened.js';
import { session } from '../../state/session.js';
import { onHomeScreen } from '../../state/storage.js';
import { syncNow } from '../../state/sync.js';
import { WelcomeTools } from './welcome-tools.js';

/** A tab on an iPhone or iPad: its storage can be deleted after a week, the home screen's is its own. */
export const inIphoneTab = () => /iPhone|iPad|iPod/.test(navigator.userAgent) && !onHomeScreen();

/** Each picture is drawn on a grid of 96 by 64. */
const STEPS = [
  { words: 'Tap the Share button. It is a square with an arrow.', picture: 'M36 26h-6v26h36V26h-6M48 40V10M39 19l9-9 9 9' },
  { words: 'Scroll down. Tap “Add to Home Screen”.', picture: 'M12 20h72v24H12zM22 32h30M66 26v12M60 32h12' },
  { words: 'Tap “Add”. Then open Limber from your home screen.', picture: 'M32 12h32v32H32zM40 34V20M40 34h12M36 54h24' },
];

/**
 * @typedef {object} HomeScreenProps
 * @property {() => unknown} onClose
 */

/**
 * How to put Limber on the home screen before the first entry.
 * @param {HomeScreenProps} props
 */
export function HomeScreen({ onClose }) {
  return html`<div class="screen"><div class="scroll">
    <${WelcomeTools} />
    <main id="main" class="welcome">
      <div class="welcome-words">
        <h1 tabindex="-1">First, put Limber on your home screen</h1>
        <p>In a browser tab, this phone may delete your entries after seven days. On the home screen they stay.</p>
      </div>
      <${Steps} />
      <${Button} variant="line" tall onClick=${onClose}>Go on in this tab<//>
    </main>
  </div></div>`;
}

/** What to tap, with a picture each. */
function Steps() {
  return html`<${Card}><ol role="list" class="welcome-steps">
    ${STEPS.map(({ words, picture }, index) => html`<li key=${words} class="welcome-step">
      <svg class="welcome-picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false"><path d=${picture} /></svg>
      <p><b>${index + 1}.</b> ${words}</p>
    </li>`)}
  </ol><//>`;
}

/** The same after some use in the tab: what is there does not move by itself, so that comes first. */
export function MoveToHomeScreen() {
  return html`<${BeforeMoving} /><${Steps} />`;
}

const EMPTY = 'On the home screen Limber begins empty. It has a storage of its own there.';

function BeforeMoving() {
  const { mode } = session.value;
  const { waiting } = unsent.value;
  if (mode === 'local') {
    return html`<${Notice} tone="care">
      <p>${EMPTY} This diary is in this tab only and cannot follow by itself.</p>
      <p>Make an account first. Then sign in on the home screen, and all of it is there.</p>
      <${Button} variant="line" href="/account">Make an account<//>
    <//>`;
  }
  if (waiting === 0 && mode === 'account') return html`<${Notice} tone="care"><p>${EMPTY} Sign in there, and all of your diary comes.</p><//>`;
  return html`<${Notice} tone="care">
    <p>${waiting === 1 ? '1 entry is' : `${waiting} entries are`} only in this tab so far. Send ${waiting === 1 ? 'it' : 'them'} first.</p>
    <p>${EMPTY} Sign in there, and all that was sent comes.</p>
    ${mode === 'account' ? html`<${Button} variant="line" onClick=${syncNow}>Send now<//>` : html`<${Button} variant="line" href="/sign-in">Sign in<//>`}
  <//>`;
}
