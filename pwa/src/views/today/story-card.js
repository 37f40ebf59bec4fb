import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Choices } from '../../components/choices.js';
import { answered, firstOpen, quietEnough, withChoice } from '../../domain/story.js';
import { go } from '../../router.js';
import { counted, symptoms, today } from '../../state/diary.js';
import { draft } from '../../state/drafts.js';
import { keepAnswers, newStory, questions, stories, story as storyOf } from '../../state/stories.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { suggestions } from '../story/suggested.js';
import { offered } from '../story/words.js';

/** Rows on Today; the rest wait in the story itself. */
const ROWS = 4;

/** On a quiet day, one open question of the newest story. One a day at most; "Not now" is heard for a week. */
export function StoryCard() {
  const before = draft('story_card');
  // The question stays while it is being answered, then is gone.
  const held = useSignal(/** @type {{id: string | null, question: import('../../domain/story.js').Question} | null} */ (null));
  const label = useMemo(() => suggestions()[0], [symptoms.value.length]);
  if (!held.value && !quietEnough(counted.value.map(({ body }) => body), before.value, today.value)) return null;
  const newest = stories()[0];
  const asked = questions();
  const question = held.value?.question ?? (asked && firstOpen(asked, newest?.body.answers));
  if (!question || !(newest || label)) return null;
  const record = storyOf(held.value?.id ?? newest?.id);
  const pick = async (/** @type {string} */ choice) => {
    const part = question.parts[0];
    const make = (/** @type {any} */ answers) => withChoice(question, part, offered(part).map(({ id }) => id), choice, answers);
    const id = await stored(async () => {
      if (!record) return newStory(label, make(null));
      await keepAnswers(record.id, make);
      return record.id;
    });
    if (!id) return;
    held.value = { id, question };
    before.value = { ...before.value, answered_on: today.value };
    announce('Saved on this phone.');
  };
  return html`<${Asking} question=${question} record=${record} name=${record?.body.label ?? label} onPick=${pick}
    onLater=${() => { held.value = null; before.value = { ...before.value, put_off_on: today.value }; }} />`;
}

/**
 * @param {{question: import('../../domain/story.js').Question, record: import('../../state/records.js').Rec | null, name: string,
 *   onPick: (id: string) => unknown, onLater: () => unknown}} props
 */
function Asking({ question, record, name, onPick, onLater }) {
  const part = question.parts[0];
  const rows = part.kind === 'one' || part.kind === 'many';
  const answers = record?.body.answers;
  const chosen = answers?.[question.id]?.choices ?? [];
  const items = rows ? offered(part) : [];
  const done = answered(question, answers);
  const toStory = () => { if (record) go(`/story/${record.id}`, { state: { step: question.id } }); };
  return html`<${Card} title=${question.ask}>
    <p class="soft">${done ? 'Saved. That is all for today.' : `About this pain: ${name}.`}</p>
    ${rows && html`<${Choices} label=${question.ask} items=${items.filter(({ id }, at) => at < ROWS || chosen.includes(id))} chosen=${chosen} onToggle=${onPick} />`}
    <div class="pair">
      ${record && html`<${Button} variant="line" onClick=${toStory}>${done ? 'Say more' : rows ? 'More answers' : 'Write it'}<//>`}
      ${!done && html`<${Button} variant="line" onClick=${onLater}>Not now<//>`}
    </div>
  <//>`;
}
