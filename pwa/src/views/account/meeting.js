import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { settle } from '../../state/session.js';
import { meetingWords } from './meeting-words.js';
import { TaskNotes, useTask } from './task.js';

/** What is to be decided before the sign-in goes on. @type {import('@preact/signals').Signal<import('../../state/session.js').Meeting | null>} */
export const meeting = signal(null);

/**
 * Somebody has signed in, and the phone holds entries that are not in their diary: what becomes of those is asked first.
 * @param {{met: import('../../state/session.js').Meeting, onDone: () => unknown}} props
 */
export function Meeting({ met, onDone }) {
  const task = useTask();
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    place.current?.focus();
    // Whoever leaves this screen without an answer has not signed in.
    return () => {
      meeting.value = null;
      settle('apart').catch(() => {});
    };
  }, []);
  const { title, text, choices } = meetingWords(met);
  const choose = (/** @type {'add' | 'keep' | 'apart'} */ how) => task.run(async () => {
    await settle(how);
    if (how === 'apart') meeting.value = null;
    else onDone();
  });
  return html`<div ref=${place} tabindex="-1" class="account-form"><${Card} title=${title}><p>${text}</p><//>
    <${TaskNotes} task=${task} />
    ${choices.map(({ how, words, detail, main }) => html`<${Button} key=${how} tall wide variant=${main ? 'main' : 'line'} detail=${detail}
      busy=${task.busy} onClick=${() => choose(how)}>${words}<//>`)}
  </div>`;
}
