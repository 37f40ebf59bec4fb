import { html } from 'htm/preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { PinPad } from '../../components/pin-pad.js';
import { dial } from '../../domain/country.js';
import { waitWords } from '../../domain/cover.js';
import { tryPin, untilNextTry } from '../../state/cover.js';
import { emergency } from '../../state/numbers.js';
import { session } from '../../state/session.js';
import { lazy } from './lazy.js';

const forgot = lazy(async () => (await import('./forgot.js')).Forgot);

/** What is there instead of the diary. It says nothing of whose diary it is. */
export function Covered() {
  const [screen, setScreen] = useState(/** @type {'pin' | 'help' | 'forgot'} */ ('pin'));
  const Forgot = screen === 'forgot' ? forgot.now() : null;
  const toPin = () => setScreen('pin');
  useLayoutEffect(() => { document.querySelector('h1')?.focus(); }, [screen, Forgot]);
  return html`<div class="app">
    ${Forgot && html`<${Forgot} onBack=${toPin} />`}
    ${screen === 'help' && html`<${CoverHelp} onBack=${toPin} />`}
    ${screen === 'pin' && html`<${Page} title="Limber is covered" note="Type your PIN to go on.">
      <${Unlock} />
      <div class="pair">
        <${Button} variant="line" icon="help" onClick=${() => setScreen('help')}>Help<//>
        ${session.value.mode !== 'loading' && html`<${Button} variant="line" onClick=${() => setScreen('forgot')}>Forgot the PIN<//>`}
      </div>
    <//>`}
  </div>`;
}

function Unlock() {
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useState(untilNextTry);
  useEffect(() => {
    if (wait <= 0) return undefined;
    setTold((before) => before || `You can try again in ${waitWords(wait)}.`);
    const timer = setTimeout(() => { setWait(0); setTold('You can try again now.'); }, wait);
    return () => clearTimeout(timer);
  }, [wait]);
  const enter = async (/** @type {string} */ pin) => {
    setBusy(true);
    const right = await tryPin(pin);
    if (right) return;
    const left = untilNextTry();
    setBusy(false);
    setWait(left);
    setTold(left > 0 ? `That was not the PIN. You can try again in ${waitWords(left)}.` : 'That was not the PIN. Try once more.');
  };
  return html`<p role="status" class="pin-told">${told}</p>
    <${PinPad} label="PIN" enter="Open" closed=${busy || wait > 0} onEnter=${enter} />`;
}

/** @param {{onBack: () => unknown}} props */
function CoverHelp({ onBack }) {
  const { number } = emergency.value;
  return html`<${Page} title="Help" foot=${html`<${Button} variant="line" tall onClick=${onBack}>Back to the PIN<//>`}>
    <${Notice} tone="alert">
      <h2>In an emergency</h2>
      <p>Limber cannot call for help by itself. Call your emergency number (112, 911, 999).</p>
      <${Button} variant="alert" tall icon="call" href=${dial(number)}>Call ${number} now<//>
    <//>
    <p>This cover hides what is written here. Everything is still on this phone.</p>
  <//>`;
}
