import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { simple } from '../../state/preferences.js';
import { chooseLook } from './choose.js';

/** The way out of simple mode, in one tap. Nothing while everything is shown. */
export function ShowEverything() {
  if (!simple.value) return null;
  return html`<${Button} variant="line" tall onClick=${() => chooseLook('simple', false)}>Show everything<//>`;
}
