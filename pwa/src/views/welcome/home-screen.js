import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { WelcomeTools } from './welcome-tools.js';

/** A tab on an iPhone or iPad: its storage can be deleted after a week, the home screen's is its own. */
export function inIphoneTab() {
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent);
  const installed = matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);
  return apple && !installed;
}

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
      <${Card}><ol role="list" class="welcome-steps">
        ${STEPS.map(({ words, picture }, index) => html`<li key=${words} class="welcome-step">
          <svg class="welcome-picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false"><path d=${picture} /></svg>
          <p><b>${index + 1}.</b> ${words}</p>
        </li>`)}
      </ol><//>
      <${Button} variant="line" tall onClick=${onClose}>Go on in this tab<//>
    </main>
  </div></div>`;
}
