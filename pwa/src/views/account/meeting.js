import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { settle } from '../../state/session.js';
import { useInSight } from './in-sight.js';
import { meetingWords } from './meeting-words.js';
import { TaskNotes, useTask } from './task.js';

/**
 * Somebody has signed in, and the phone holds entries that are not in their diary: what becomes of those is asked first.
 * @param {{meeting: import('../../state/session.js').Meeting, onDone: () => unknown, onBack: () => unknown}} props
 */
export function Meeting({ meeting, onDone, onBack }) {
  const task = useTask();
  const place = useInSight();
  // Whoever leaves this screen without an answer has not signed in.
  useEffect(() => () => { settle('apart').catch(() => {}); }, []);
  const { title, text, choices } = meetingWords(meeting);
  const choose = (/** @type {'add' | 'keep' | 'apart'} */ how) => task.run(async () => {
    await settle(how);
    if (how === 'apart') onBack();
    else onDone();
  });
  return html`<div ref=${place} class="account-form"><${Card} title=${title}><p>${text}</p><//>
    <${TaskNotes} task=${task} />
    ${choices.map(({ how, words, detail, main }) => html`<${Button} key=${how} tall wide variant=${main ? 'main' : 'line'} detail=${detail}
      busy=${task.busy} onClick=${() => choose(how)}>${words}<//>`)}
  </div>`;
}
