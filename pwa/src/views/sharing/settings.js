import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Pick } from '../../components/pick.js';
import { accessLog, changeShare } from '../../state/people.js';
import { TaskNotes, useTask } from '../account/task.js';
import { lastLookWords } from './look-words.js';
import { Looks } from './looks.js';
import { ScopeSwitches } from './scope-switches.js';
import { Stop } from './stop.js';
import { Until } from './until.js';
import { WriteSwitches } from './write-switches.js';
import { addsWords, writeWords } from './write-words.js';
import { hiddenWords, readWords, seesWords, untilWords } from './words.js';

/** @typedef {'read' | 'write' | 'until' | 'looks'} Part */
/** @typedef {import('./look-words.js').Look} Look */

/**
 * A share that goes on: what is seen, what can be changed, and how to stop.
 * Every change acts at once; one that shows more asks for the password first.
 * @param {{share: import('./words.js').Share, onChanged: () => Promise<unknown>}} props
 */
export function ShareSettings({ share, onChanged }) {
  const [open, setOpen] = useState(/** @type {Part | null} */ (null));
  const looks = useLooks(share, open === 'looks');
  const task = useTask();
  const toggle = (/** @type {Part} */ part) => () => setOpen(open === part ? null : part);
  const change = (/** @type {object} */ set) => task.run(async () => {
    await changeShare(share.id, set);
    await onChanged();
  });
  const name = share.label;
  const paused = share.state === 'paused';
  return html`
    ${paused && html`<${Notice}><p>Paused. ${name} sees nothing until you go on.</p><//>`}
    <${Card}>
      <p class="sharing-sentence" aria-live="polite"><b>${seesWords(name, share.read)}</b> ${hiddenWords(name, share.read)} ${addsWords(name, share.write)}</p>
      <${Button} variant="quiet" tall icon="eye" href=${`/you/sharing/${share.id}/see`}>See what ${name} sees<//>
    <//>
    <${TaskNotes} task=${task} />
    <${Pick} title=${`Change what ${name} sees`} detail=${readWords(share.read)} open=${open === 'read'} icon="forward" onClick=${toggle('read')} />
    ${open === 'read' && html`<${ScopeSwitches} label=${`What ${name} sees`} read=${share.read}
      onChange=${(/** @type {string[]} */ read) => change({ read })} />`}
    <${Pick} title=${`What ${name} may add`} detail=${writeWords(share.write)} open=${open === 'write'} icon="forward" onClick=${toggle('write')} />
    ${open === 'write' && html`<${WriteSwitches} name=${name} read=${share.read} write=${share.write} onChange=${change} />`}
    <${Pick} title="Until" detail=${untilWords(share.until, new Date())} open=${open === 'until'} icon="forward" onClick=${toggle('until')} />
    ${open === 'until' && html`<${Card}><${Until} until=${share.until}
      onChange=${(/** @type {string | null} */ until) => change({ until })} /><//>`}
    <${Pick} title="Who looked" detail=${looks ? lastLookWords(looks, new Date()) : ''} open=${open === 'looks'} icon="forward" onClick=${toggle('looks')} />
    ${open === 'looks' && html`<${Looks} looks=${looks} />`}
    <${Stop} share=${share} beside=${html`<${Button} variant="line" tall icon=${paused ? 'play' : 'pause'} busy=${task.busy}
      onClick=${() => change({ paused: !paused })}>${paused ? 'Go on' : 'Pause'}<//>`} />
    <p class="soft">If you stop, we send no message. ${name} may notice.</p>`;
}

/**
 * The looks through this share, or null while unknown; fetched again whenever they are opened.
 * @param {import('./words.js').Share} share @param {boolean} opened
 */
function useLooks({ id }, opened) {
  const [looks, setLooks] = useState(/** @type {Look[] | null} */ (null));
  useEffect(() => {
    // Without a connection the row simply says nothing; the screen above it has said why.
    Promise.resolve(accessLog()).then((/** @type {Look[]} */ all) =>
      setLooks(all.filter(({ share }) => share === id)), () => undefined);
  }, [opened]);
  return looks;
}
