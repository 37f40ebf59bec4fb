import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Pick } from '../../components/pick.js';
import { go } from '../../router.js';
import { discard, tryAgain } from '../../state/outbox.js';
import { bring } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { giveFile } from '../../ui/file.js';
import { quietRow } from '../diary/rows.js';
import { stored } from '../log/save.js';
import { reasonOf } from './reasons.js';
import { titleOfUnsent, unsentFile, unsentSentences, unsentText, whenOfUnsent } from './unsent-words.js';

/** @typedef {import('../../state/outbox.js').Unsent} Unsent */

/**
 * An entry the server did not take: what it says, why, and everything that can be done with it.
 * @param {{one: Unsent}} props
 */
export function NotTaken({ one }) {
  const more = useSignal(false);
  const { why, help } = reasonOf(one.code);
  const title = titleOfUnsent(one);
  const own = one.whose === '' && !one.rec.erased;
  const again = html`<${Button} variant="quiet" tall icon="sending" label=${`Try again: ${title}`} onClick=${() => once(one)}>Try again<//>`;
  const change = own && html`<${Button} variant="quiet" tall icon="edit" label=${`Change it: ${title}`} onClick=${() => open(one)}>Change it<//>`;
  const copy = html`<${Button} variant="quiet" tall icon="copy" label=${`Copy: ${title}`} onClick=${() => copied(one)}>Copy<//>`;
  const acts = { again, change, copy };
  const first = help === 'change' && !own ? 'copy' : help;
  const rest = /** @type {('again' | 'change' | 'copy')[]} */ (['again', 'change', 'copy']).filter((name) => name !== first);
  return html`<div class="card" role="group" aria-label=${title}>
    <h3>${title}</h3>
    <p class="soft">${[whenOfUnsent(one, today.value), one.whose && `in the diary of ${one.whose}`].filter(Boolean).join(', ')}</p>
    ${unsentSentences(one).map((text) => html`<p key=${text} class="version-text">${text}</p>`)}
    <p><b>${why}</b> It is safe on this phone.</p>
    ${acts[first]}
    <${Pick} title="More that you can do" icon=${more.value ? 'less' : 'more'} open=${more.value} onClick=${() => { more.value = !more.value; }} />
    ${more.value && html`${rest.map((name) => acts[name])}
      <${Button} variant="line" tall icon="download" label=${`Save as file: ${title}`} onClick=${() => saved(one)}>Save as file<//>
      <${Button} variant="line" tall icon="bin" label=${`Discard: ${title}`} onClick=${() => away(one)}>Discard<//>
      <p class="soft">Discarding takes out what was not sent. What the server has stays.</p>`}
  </div>`;
}

/** @param {Unsent} one */
async function once(one) {
  if (await stored(async () => { await tryAgain(one); return one.rec.id; })) announce('It is sent again.');
}

/** @param {Unsent} one */
async function open({ rec }) {
  await bring(rec.id);
  const { href, state } = quietRow(rec);
  go(href, { state: { ...state, from: '/sync' } });
}

/** @param {Unsent} one */
async function copied(one) {
  try {
    await navigator.clipboard.writeText(unsentText(one, today.value));
    say('Copied.');
  } catch {
    say('Copying did not work here. “Save as file” does the same.');
  }
}

/** @param {Unsent} one */
function saved(one) {
  const now = new Date().toISOString();
  giveFile(`limber-${now.slice(0, 10)}.json`, unsentFile(one, now), 'application/json');
  announce('Saved as a file.');
}

/** @param {Unsent} one */
async function away(one) {
  /** @type {{undo: () => Promise<void>}} */
  const way = { undo: async () => {} };
  const id = await stored(async () => { way.undo = await discard(one); return one.rec.id; });
  if (id) say(`Discarded: ${titleOfUnsent(one)}.`, way.undo);
}
