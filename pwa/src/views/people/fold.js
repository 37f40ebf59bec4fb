import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Pick } from '../../components/pick.js';

/**
 * Something that opens below its row, so that a bad day shows little at once.
 * @param {{title: string, detail?: string, icon?: import('../../ui/icons.js').IconName, first?: boolean, children?: import('preact').ComponentChildren}} props - first: open from the start
 */
export function Fold({ title, detail, icon = 'list', first = false, children }) {
  const [open, setOpen] = useState(first);
  return html`<div class="stack">
    <${Pick} title=${title} detail=${detail} icon=${icon} open=${open} onClick=${() => setOpen(!open)} />
    ${open && children}
  </div>`;
}
