import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Pick } from '../../components/pick.js';
import { kindCounts } from '../../state/export.js';
import { savedTable } from '../../state/report.js';
import { kindName } from '../you/data-words.js';
import { SavingNotes, useSaving } from './saving.js';

/** What a clinic can use; settings, shares and numbers to call are nobody's to hand on here. */
const KINDS = new Set(['symptom', 'daily', 'mood', 'story', 'medicine', 'dose', 'event', 'profile', 'session', 'appointment', 'safety', 'observation']);

/** The kinds of which there are entries, each as a table of the chosen days. */
export function Tables() {
  const [found, setFound] = useState(/** @type {string[] | null} */ (null));
  const [kind, setKind] = useState('');
  const saving = useSaving();
  useEffect(() => {
    let here = true;
    kindCounts(() => {}).then((counts) => counts.map(([one]) => one).filter((one) => KINDS.has(one)), () => [])
      .then((kinds) => { if (here) setFound(kinds); });
    return () => { here = false; };
  }, []);
  if (!found) return html`<p role="status">Looking at your entries.</p>`;
  if (found.length === 0) return html`<p>There are no entries yet.</p>`;
  const save = (/** @type {string} */ one) => () => {
    setKind(one);
    saving.make(() => savedTable(one));
  };
  return html`<div class="stack" role="group" aria-label="Which table?">
    <p class="soft">A table has every field of an entry, notes too.</p>
    ${found.map((one) => html`<${Pick} key=${one} title=${kindName(one)} icon="download" onClick=${save(one)} />
      ${kind === one && html`<${SavingNotes} saving=${saving} />`}`)}
  </div>`;
}
