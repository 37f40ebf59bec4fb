import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';

import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { session } from '../../state/session.js';
import { onHomeScreen, promised, readPromise, room } from '../../state/storage.js';
import { inIphoneTab, MoveToHomeScreen } from '../welcome/home-screen.js';

/** Below this the phone is called nearly full, in bytes. */
const LITTLE = 20 * 1024 * 1024;
const MB = 1024 * 1024;

/** Where the diary lies, and how sure it is to stay there. */
export function ThisPhone() {
  const [space, setSpace] = useState(/** @type {{used: number, free: number} | null} */ (null));
  useEffect(() => {
    readPromise();
    room().then(setSpace, () => {});
  }, []);
  const tab = inIphoneTab();
  return html`<${Card}>
      <p>${promiseWords(promised.value)}</p>
      <p>${placeWords(session.value.mode, onHomeScreen())}</p>
      ${space && html`<p class="soft">${roomWords(space)}</p>`}
      ${space && space.free < LITTLE && html`<${Notice}><p>This phone is nearly full. Please make some room, so that new entries can be kept.</p><//>`}
    <//>
    ${tab && html`<h3>Put Limber on your home screen</h3><${MoveToHomeScreen} />`}`;
}

/** @param {boolean | null} kept */
function promiseWords(kept) {
  if (kept === null) return 'The browser is asked to keep your diary once something is saved.';
  return kept ? 'The browser promised to keep your diary.' : 'The browser may clear your diary when space is short.';
}

/** @param {string} mode @param {boolean} home */
function placeWords(mode, home) {
  const where = home ? 'on this phone’s home screen' : 'in this browser';
  return mode === 'account' ? `It is kept ${where} and on your server.` : `It is kept ${where} only.`;
}

/** @param {{used: number, free: number}} space - bytes */
function roomWords({ used, free }) {
  return `Limber takes ${Math.max(1, Math.round(used / MB))} MB here. There is room for ${free < 10_000 * MB ? `${Math.floor(free / MB)} MB` : 'much'} more.`;
}
