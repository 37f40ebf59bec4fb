import { html } from 'htm/preact';

import { Icon } from '../../components/icon.js';
import { today } from '../../state/today.js';
import { once } from '../../ui/act.js';
import { originWords } from './who.js';

/** So much of a long text names its button. */
const NAMED = 60;

/**
 * One version of one thing, and the button that takes it. Versions stand below each other, never side by side.
 * @param {{lines: readonly string[], origin: import('./who.js').Origin | null, shown: boolean, on: boolean | undefined, onChoose: () => unknown}} props
 *   on: chosen or not, where several things are asked; undefined where one tap settles it
 */
export function VersionChoice({ lines, origin, shown, on, onChoose }) {
  const word = shown ? 'Keep this' : 'Use this instead';
  const text = lines.join(', ');
  const name = text.length > NAMED ? `${text.slice(0, NAMED)} …` : text;
  return html`<div class=${shown ? 'version version-shown' : 'version'}>
    <div class="version-text">${lines.map((line) => html`<p key=${line}>${line}</p>`)}</div>
    <p class="soft">${shown ? 'Shown now' : 'Kept beside it'}${origin ? `. ${originWords(origin, today.value)}` : ''}.</p>
    <button type="button" class=${on ? 'pick pick-on' : 'pick'} aria-pressed=${on === undefined ? undefined : String(on)}
      aria-label=${`${word}: ${name}`} onClick=${once(onChoose)}>
      <span class="pick-words"><b>${word}</b></span>${on && html`<${Icon} name="check" />`}
    </button>
  </div>`;
}
