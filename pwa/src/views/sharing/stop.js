import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { go } from '../../router.js';
import { endShare } from '../../state/people.js';
import { say } from '../../state/toast.js';
import { useInSight } from '../account/in-sight.js';
import { codeOf } from '../account/reasons.js';
import { TaskNotes, useTask } from '../account/task.js';
import { Problem } from '../account/problem.js';

/**
 * @typedef {object} StopProps
 * @property {import('./words.js').Share} share
 * @property {string} [word] - on the first button
 * @property {import('preact').ComponentChildren} [beside] - shown next to that button
 */

/**
 * Ending a share: one step that names what happens, no reason asked.
 * @param {StopProps} props
 */
export function Stop({ share, word = 'Stop', beside }) {
  const [asking, setAsking] = useState(false);
  if (asking) return html`<${StopStep} share=${share} onKeep=${() => setAsking(false)} />`;
  const stop = html`<${Button} variant="alert" tall onClick=${() => setAsking(true)}>${word}<//>`;
  return beside ? html`<div class="pair sharing-apart">${beside}${stop}</div>` : stop;
}

/** @param {{share: import('./words.js').Share, onKeep: () => unknown}} props */
function StopStep({ share, onKeep }) {
  const place = useInSight();
  const [offline, setOffline] = useState(false);
  const task = useTask((error) => {
    setOffline(codeOf(error) === 'offline');
    return codeOf(error) === 'offline';
  });
  const end = () => task.run(async () => {
    await endShare(share.id);
    say(`Sharing with ${share.label} has stopped.`);
    go('/you/sharing', { replace: true });
  });
  const live = share.state === 'active' || share.state === 'paused';
  return html`<div ref=${place}><${Card}>
    <p>${live ? `Stop sharing. We send no message, but ${share.label} may notice.` : 'The code stops working. We send no message.'}</p>
    ${offline && html`<${Problem} text="Needs a connection. Try again when you are online." />`}
    <${TaskNotes} task=${task} />
    <div class="pair sharing-apart">
      <${Button} variant="alert" tall busy=${task.busy} onClick=${end}>Stop sharing<//>
      <${Button} variant="line" tall onClick=${onKeep}>Keep it<//>
    </div>
  <//></div>`;
}
