import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { answered, reviewDue } from '../../domain/story.js';
import { go, route } from '../../router.js';
import { draft } from '../../state/drafts.js';
import { newStory, questions, stories } from '../../state/stories.js';
import { today } from '../../state/today.js';
import { goStep } from '../daily/steps.js';
import { stored } from '../log/save.js';
import { suggestions } from './suggested.js';

/** The stories, one for each pain; or which pain a new one is about. */
export function Stories() {
  if (route.value.state.step === 'new') return html`<${Which} />`;
  const all = stories();
  return html`<${Page} title="Pain Story" back="/you" note="Each pain told once, for you and for who treats you.">
    ${all.length > 0 ? html`<div class="stack">${all.map(({ id, body }) => html`<${Pick} key=${id} title=${body.label ?? 'A pain'}
      detail=${state(body)} icon="forward" onClick=${() => go(`/story/${id}`)} />`)}</div>`
      : html`<${Card}><p>Twelve questions about one pain: how it comes, what eases it, what it stops.</p>
        <p class="soft">Skip any of them. Come back any day. Nothing here is owed.</p><//>`}
    <${Button} tall wide icon="log" variant=${all.length > 0 ? 'line' : 'main'} onClick=${() => goStep('/story', { step: 'new' })}>New story<//>
  <//>`;
}

/** @param {Record<string, any>} body */
function state(body) {
  if (reviewDue(body, today.value)) return 'Is this still so?';
  const asked = questions() ?? [];
  const said = asked.filter((question) => answered(question, body.answers)).length;
  if (asked.length === 0) return '';
  if (said === 0) return 'Not begun';
  return said === asked.length ? 'All told' : `${said} of ${asked.length} told`;
}

/** Nothing is made before a pain was named. */
function Which() {
  const words = draft('story_name');
  const begin = async (/** @type {string} */ label) => {
    if (!label.trim()) return;
    const id = await stored(() => newStory(label.trim().slice(0, 60)));
    if (!id) return;
    words.value = null;
    go(`/story/${id}`, { replace: true });
  };
  const offered = suggestions();
  return html`<${Page} title="Which pain is it about?" back="/story">
    ${offered.length > 0 && html`<div class="stack" role="group" aria-label="Pains from your diary">
      ${offered.map((label) => html`<${Pick} key=${label} title=${label} icon="forward" onClick=${() => begin(label)} />`)}</div>`}
    <h2>${offered.length > 0 ? 'Another one' : 'Give it a name'}</h2>
    <${Field} label="Name of this pain" hint="Such as: right hip ache" maxLength=${60} value=${words.value ?? ''}
      onInput=${(/** @type {string} */ text) => { words.value = text; }} />
    <${Button} tall onClick=${() => begin(words.value ?? '')}>Start this story<//>
  <//>`;
}
