import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { wholeCopy } from '../../state/export.js';
import { FileNotes, useFile } from './data-file.js';

/**
 * The whole diary as a file, before it goes; what is inside shows once the file is there.
 * @param {{children?: import('preact').ComponentChildren}} props
 */
export function FileFirst({ children }) {
  const copy = useFile();
  return html`<${Button} tall variant="line" icon="download" onClick=${() => copy.make(wholeCopy)}>Save a file<//>
    <${FileNotes} work=${copy} />
    ${copy.state.step === 'ready' && children}`;
}
