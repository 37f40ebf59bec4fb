/** Giving a file that was made on this phone to the person. It goes nowhere by itself. */
import { html } from 'htm/preact';
import { useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { announce } from '../../ui/announce.js';
import { useInSight } from '../account/in-sight.js';
import { entries, many, sizeWords } from './data-words.js';

/** @typedef {import('../../state/export.js').Made} Made */
/** @typedef {import('../../state/export.js').Tell} Tell */
/** @typedef {'saved' | 'shared' | 'kept'} Handed - kept: the person has not taken it yet */

/** An iPhone or iPad keeps no downloads of an app on its home screen; its share sheet has "Save to Files". */
const onApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

/** @param {{blob: Blob, name: string}} made @returns {Promise<Handed>} */
export async function handOver({ blob, name }) {
  const files = [new File([blob], name, { type: blob.type })];
  if (onApple() && navigator.canShare?.({ files })) {
    try {
      await navigator.share({ files });
      return 'shared';
    } catch (error) {
      // The sheet was closed, or the tap is too long ago: the button is still there.
      if (['AbortError', 'NotAllowedError'].includes(/** @type {any} */ (error)?.name)) return 'kept';
    }
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the file after this; some minutes are long enough for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 300_000);
  return 'saved';
}

/**
 * @typedef {{step: 'none'} | {step: 'making', done: number, all: number} | {step: 'ready', made: Made, handed: Handed} | {step: 'broken'}} FileState
 * @typedef {{state: FileState, make: (work: (tell: Tell) => Promise<Made>) => Promise<void>, again: () => Promise<void>}} FileWork
 */

/** One file at a time: made, then handed over. @returns {FileWork} */
export function useFile() {
  const [state, setState] = useState(/** @type {FileState} */ ({ step: 'none' }));
  const running = useRef(false);
  const hand = async (/** @type {Made} */ made) => {
    const handed = await handOver(made);
    setState({ step: 'ready', made, handed });
    announce(handedWords(made.name, handed));
  };
  /** @type {FileWork['make']} */
  const make = async (work) => {
    if (running.current) return;
    running.current = true;
    setState({ step: 'making', done: 0, all: 0 });
    announce('Making the file.');
    try {
      await hand(await work((done, all) => setState({ step: 'making', done, all })));
    } catch {
      setState({ step: 'broken' });
    } finally {
      running.current = false;
    }
  };
  return { state, make, again: async () => { if (state.step === 'ready') await hand(state.made); } };
}

/** @param {string} name @param {Handed} handed */
function handedWords(name, handed) {
  if (handed === 'saved') return `${name} is with your downloads.`;
  return handed === 'shared' ? `${name} is where you put it.` : 'Your file is ready. It is not saved yet.';
}

/** How a file stands: on its way, or there. @param {{work: FileWork}} props */
export function FileNotes({ work: { state, again } }) {
  if (state.step === 'none') return null;
  if (state.step === 'making') return html`<p>${state.all > 0 ? `Reading your diary: ${many(state.done)} of ${entries(state.all)}.` : 'Reading your diary.'}</p>`;
  if (state.step === 'broken') return html`<${Notice} now><p>The file could not be made. Nothing is lost. Try again in a moment.</p><//>`;
  return html`<${Ready} ...${state} onAgain=${again} />`;
}

/** @param {{made: Made, handed: Handed, onAgain: () => unknown}} props */
function Ready({ made, handed, onAgain }) {
  const place = useInSight();
  return html`<div ref=${place} class="stack">
    <${Notice} tone="good">
      <p>${handedWords(made.name, handed)}</p>
      <p>${entries(made.count)}, ${sizeWords(made.blob.size)}.</p>
    <//>
    <${Button} variant="line" icon="download" onClick=${onAgain}>${handed === 'kept' ? 'Save the file' : 'Save the file again'}<//>
  </div>`;
}
