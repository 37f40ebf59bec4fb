import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { PinPad } from '../../components/pin-pad.js';
import { waitWords } from '../../domain/cover.js';
import { canCover, cover, coverNow, setIdle, setPin, switchOff, tryPin, untilNextTry } from '../../state/cover.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';

const IDLE = [
  { id: '1', label: '1 minute without a tap' },
  { id: '5', label: '5 minutes without a tap' },
  { id: '15', label: '15 minutes without a tap' },
  { id: 'leave', label: 'As soon as I leave the app', detail: 'And after 15 minutes without a tap' },
];

/** @typedef {'new' | 'again' | 'change' | 'off' | null} Step - what the pad asks for, if it is open */

/** @type {Record<NonNullable<Step>, string>} */
const ASKS = {
  new: 'Choose a PIN of 4 to 8 digits',
  again: 'Type the same PIN once more',
  change: 'Type the PIN you have now',
  off: 'Type your PIN to turn the lock off',
};

/** The app lock: on with a PIN typed twice, when it covers, and off again. */
export function CoverSettings() {
  const [step, setStep] = useState(/** @type {Step} */ (null));
  const on = cover.value;
  return html`<${Page} title="App lock" back="/you/settings">
    <${Card}>
      <p>It hides the diary from people who pick up your phone. It does not encrypt it.</p>
      ${on && html`<p><b>The app lock is on.</b></p><${Button} tall icon="lock" onClick=${coverNow}>Cover now<//>`}
    <//>
    ${!canCover() && html`<p class="soft">The app lock needs a safe connection (https) and storage on this phone.</p>`}
    ${!on && !step && canCover() && html`<${Button} tall onClick=${() => setStep('new')}>Turn on with a PIN<//>`}
    ${step && html`<${Asking} step=${step} onStep=${setStep} />`}
    ${on && !step && html`<section class="stack" aria-label="When to cover">
      <h2>When to cover</h2>
      <${Choices} label="When to cover" rows items=${IDLE} chosen=${[String(on.idle)]} onToggle=${chooseIdle} />
    </section>
    <div class="pair">
      <${Button} variant="line" onClick=${() => setStep('change')}>Change the PIN<//>
      <${Button} variant="line" onClick=${() => setStep('off')}>Turn off<//>
    </div>`}
  <//>`;
}

/** @param {string} id */
function chooseIdle(id) {
  setIdle(id === 'leave' ? id : /** @type {1 | 5 | 15} */ (Number(id)));
  announce('Saved on this phone.');
}

/** @param {{step: NonNullable<Step>, onStep: (step: Step) => unknown}} props */
function Asking({ step, onStep }) {
  const [first, setFirst] = useState('');
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const to = (/** @type {Step} */ next, words = '') => {
    setTold(words);
    onStep(next);
    if (next) announce(`${words} ${ASKS[next]}.`.trim());
  };
  const chosen = async (/** @type {string} */ pin) => {
    if (pin !== first) return to('new', 'The two were not the same.');
    await setPin(pin);
    say('The app lock is on.');
    return onStep(null);
  };
  const proven = async (/** @type {string} */ pin) => {
    if (!await tryPin(pin)) return setTold(wrongWords(untilNextTry()));
    if (step === 'change') return to('new');
    switchOff();
    say('The app lock is off.');
    return onStep(null);
  };
  const enter = async (/** @type {string} */ pin) => {
    setBusy(true);
    if (step === 'new') {
      setFirst(pin);
      to('again');
    } else await (step === 'again' ? chosen(pin) : proven(pin));
    setBusy(false);
  };
  return html`<${Card} title=${ASKS[step]}>
    <p role="status" class=${told ? 'pin-told' : undefined}>${told}</p>
    ${step === 'new' && html`<p class="soft">Limber cannot tell you the PIN later. Choose one you will know.</p>`}
    <${PinPad} label=${ASKS[step]} enter=${step === 'new' ? 'Next' : step === 'again' ? 'Turn on' : 'Go on'} closed=${busy} onEnter=${enter} />
    <${Button} variant="line" onClick=${() => onStep(null)}>Leave it as it is<//>
  <//>`;
}

/** @param {number} wait - milliseconds */
function wrongWords(wait) {
  return wait > 0 ? `That was not the PIN. You can try again in ${waitWords(wait)}.` : 'That was not the PIN. Try once more.';
}
