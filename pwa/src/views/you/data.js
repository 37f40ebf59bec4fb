import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { route } from '../../router.js';
import { kindCounts, tableOf, wholeCopy } from '../../state/export.js';
import { incoming } from '../../state/import.js';
import { session } from '../../state/session.js';
import { FileNotes, useFile } from './data-file.js';
import { BringIn, ChooseFile } from './data-import.js';
import { entries, kindName, many } from './data-words.js';

/** Taking the diary along, bringing one in, and the way to have it deleted. Works without a network and signed out. */
export function Data() {
  const copy = useFile();
  const [tables, setTables] = useState(false);
  if (route.value.state.step === 'file' && incoming.value.step !== 'none') return html`<${BringIn} />`;
  return html`<${Page} title="Your data" back="/you">
    <section class="stack" aria-labelledby="take-title">
      <h2 id="take-title">Take it with you</h2>
      <${Notice}>
        <p><b>A file is not locked.</b> Whoever has it can read it, also what you marked private.</p>
        <p>Give it only to people who may know all of this. Do not leave it on a shared computer.</p>
      <//>
      <${Pick} title="Save a copy" detail="All of your diary in one file. Limber can read it back." icon="download"
        onClick=${() => copy.make(wholeCopy)} />
      <${FileNotes} work=${copy} />
      <${Pick} title="Save a table" detail="One kind of entry, for a spreadsheet" icon="list" open=${tables} onClick=${() => setTables(!tables)} />
      ${tables && html`<${Tables} />`}
    </section>
    <section class="stack" aria-labelledby="bring-title">
      <h2 id="bring-title">Bring it back</h2>
      <${ChooseFile} />
    </section>
    ${session.value.account && html`<section class="stack" aria-labelledby="end-title">
      <h2 id="end-title">End it</h2>
      <${Pick} title="Delete my account" detail="Save a copy first, if you want to keep one." icon="bin" href="/you/delete" />
    </section>`}
  <//>`;
}

/** The kinds of which there are entries. */
function Tables() {
  const [found, setFound] = useState(/** @type {[string, number][] | null} */ (null));
  const [read, setRead] = useState(0);
  const [kind, setKind] = useState('');
  const table = useFile();
  useEffect(() => {
    let here = true;
    kindCounts((done) => { if (here) setRead(done); }).then((counts) => { if (here) setFound(counts); }).catch(() => { if (here) setFound([]); });
    return () => { here = false; };
  }, []);
  const save = (/** @type {string} */ one) => () => {
    setKind(one);
    table.make((tell) => tableOf(one, tell));
  };
  if (!found) return html`<p role="status">${read > 0 ? `Looking at ${entries(read)}.` : 'Looking at your entries.'}</p>`;
  if (found.length === 0) return html`<p>There are no entries yet.</p>`;
  return html`<div class="stack" role="group" aria-label="Which table?">
    ${found.map(([one, count]) => html`
      <${Pick} key=${one} title=${kindName(one)} detail=${many(count)} icon="download" onClick=${save(one)} />
      ${kind === one && html`<${FileNotes} work=${table} />`}`)}
  </div>`;
}
