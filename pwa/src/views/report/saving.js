/** One file of the report at a time: made, then handed over; in trouble it says what works. */
import { html } from 'htm/preact';
import { useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { announce } from '../../ui/announce.js';
import { handOver } from '../you/data-file.js';
import { troubleWords } from './words.js';

/**
 * @typedef {{blob: Blob, name: string}} Made
 * @typedef {{step: 'none'} | {step: 'making'} | {step: 'ready', made: Made, words: string} | {step: 'broken', words: string}} State
 * @typedef {{state: State, make: (work: () => Promise<Made>) => Promise<void>, again: () => Promise<void>}} Saving
 */

/** @returns {Saving} */
export function useSaving() {
  const [state, setState] = useState(/** @type {State} */ ({ step: 'none' }));
  const running = useRef(false);
  const hand = async (/** @type {Made} */ made) => {
    const kept = await handOver(made) === 'kept';
    const words = kept ? 'The file is ready. It is not saved yet.' : `${made.name} is saved.`;
    setState({ step: 'ready', made, words });
    announce(words);
  };
  /** @type {Saving['make']} */
  const make = async (work) => {
    if (running.current) return;
    running.current = true;
    setState({ step: 'making' });
    announce('Making the file.');
    try {
      await hand(await work());
    } catch (error) {
      setState({ step: 'broken', words: troubleWords(/** @type {any} */ (error)?.code) });
    } finally {
      running.current = false;
    }
  };
  return { state, make, again: async () => { if (state.step === 'ready') await hand(state.made); } };
}

/** How the file stands. @param {{saving: Saving}} props */
export function SavingNotes({ saving: { state, again } }) {
  if (state.step === 'none') return null;
  if (state.step === 'making') return html`<p>Making the file.</p>`;
  if (state.step === 'broken') return html`<${Notice} now><p>${state.words}</p><//>`;
  return html`<div class="stack">
    <${Notice} tone="good"><p>${state.words}</p><//>
    <${Button} variant="line" icon="download" onClick=${again}>Save the file again<//>
  </div>`;
}
