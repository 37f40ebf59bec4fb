import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { say } from '../../state/toast.js';
import { Square } from './square.js';
import { groupCode } from './words.js';

/**
 * @typedef {object} Offer
 * @property {string} id
 * @property {string} code - ten letters and numbers
 * @property {string} url - the same invitation as a link
 * @property {{size: number, path: string}} qr - the link as a square code
 */

/**
 * The code, to be read out, shown or sent. It is shown this once.
 * @param {{name: string, offer: Offer}} props
 */
export function Code({ name, offer }) {
  return html`<${Page} title=${`A code for ${name}`} back="/you/sharing">
    <${Card}>
      <p class="sharing-code" translate="no">${groupCode(offer.code)}</p>
      <p>It works once, for 48 hours. It is shown only here.</p>
      ${passOn(name, offer.url)}
    <//>
    <${Card} title=${`If ${name} is with you`}>
      <p>${name} points the camera of their phone at this square. It opens the same invitation.</p>
      <${Square} qr=${offer.qr} label=${`A square code with the link of this invitation. ${name} can read it with a camera, or type the code above.`} />
    <//>
    <${Card} title=${`What ${name} does`}>
      <ol class="plain-list">
        <li>Open Limber at <b translate="no">${new URL(offer.url, location.origin).host}</b>, or open your link.</li>
        <li>Tap “I have an invitation” and type the code.</li>
        <li>Tell you that it is done.</li>
      </ol>
      <p>Then look under Sharing. ${name} sees nothing until you say yes there.</p>
    <//>
    <${Button} tall href="/you/sharing">Done<//>
  <//>`;
}

/** @param {string} name @param {string} url */
function passOn(name, url) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      say('Link copied.');
    } catch {
      say('Copying did not work here. Read out the code instead.');
    }
  };
  // Closing the phone's own sheet is no mistake, so nothing is said.
  const send = () => navigator.share({ url }).catch(() => undefined);
  return html`<div class="pair">
    ${'share' in navigator && html`<${Button} variant="quiet" icon="share" label=${`Send the link to ${name}`} onClick=${send}>Send the link<//>`}
    <${Button} variant="quiet" icon="copy" onClick=${copy}>Copy the link<//>
  </div>`;
}
