import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Question } from '../../components/question.js';
import { Switch } from '../../components/switch.js';
import { answered, firstOpen, reviewDue } from '../../domain/story.js';
import { back, route } from '../../router.js';
import { change, remove, restore } from '../../state/records.js';
import { keepAnswers, questions, stillSo, story as storyOf } from '../../state/stories.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { dayName } from '../../ui/dates.js';
import { AskAtVisit } from '../appointment/ask.js';
import { goStep, leaveSteps } from '../daily/steps.js';
import { Why } from '../learn/why.js';
import { stored } from '../log/save.js';
import { Parts } from './parts.js';
import { told } from './words.js';

/** @typedef {import('../../state/records.js').Rec} Rec */
/** @typedef {import('../../domain/story.js').Question} Asked */

/** One Pain Story: its page, or one of its questions. */
export function Story() {
  const record = storyOf(route.value.parts[1]);
  const asked = questions();
  if (!record) {
    return html`<${Page} title="This story is not here" back="/story">
      <${Card}><p>It was taken out, or it is on another phone.</p><${Button} variant="quiet" tall href="/story">Go to the stories<//><//>
    <//>`;
  }
  if (!asked) return html`<${Page} title=${record.body.label ?? 'Pain Story'} back="/story"><p>One moment.</p><//>`;
  const question = asked.find(({ id }) => id === route.value.state.step);
  return question ? html`<${OneQuestion} key=${question.id} record=${record} question=${question} asked=${asked} />`
    : html`<${Told} record=${record} asked=${asked} />`;
}

/** @param {{record: Rec, question: Asked, asked: Asked[]}} props */
function OneQuestion({ record, question, asked }) {
  const path = `/story/${record.id}`;
  const at = asked.indexOf(question);
  const next = asked[at + 1];
  const keep = async (/** @type {(answers: any) => any} */ make) => {
    const kept = await stored(async () => {
      await keepAnswers(record.id, make);
      return record.id;
    });
    if (kept) announce('Saved on this phone.');
  };
  return html`<${Question} title=${question.ask} back=${path} place=${at + 1} of=${asked.length}
    note=${`${record.body.label ?? ''}. Each tap is kept.`.replace(/^\. /, '')}
    onDone=${() => leaveSteps(path)} onNext=${next && (() => goStep(path, { step: next.id }))}>
    <${Parts} question=${question} story=${record.body} keep=${keep} />
    <${Why} title="Why this is asked" facts=${question.facts} />
  <//>`;
}

/** @param {{record: Rec, asked: Asked[]}} props */
function Told({ record, asked }) {
  const { id, body } = record;
  const open = firstOpen(asked, body.answers);
  const said = asked.filter((question) => answered(question, body.answers));
  const left = asked.filter((question) => !said.includes(question));
  const step = (/** @type {string} */ name) => goStep(`/story/${id}`, { step: name });
  return html`<${Page} title=${body.label ?? 'Pain Story'} back="/story" note=${`Begun: ${dayName(body.on, today.value)}.`}
    foot=${html`<${Button} tall variant=${said.length > 0 ? 'main' : 'line'} onClick=${() => back('/story')}>Done<//>`}>
    ${reviewDue(body, today.value) && html`<${Review} id=${id} onChanged=${() => step(said[0].id)} />`}
    ${open && html`<${Button} tall variant=${said.length > 0 ? 'quiet' : 'main'} iconAfter="next" onClick=${() => step(open.id)}>${said.length > 0 ? 'Go on with the questions' : 'Start'}<//>`}
    ${said.length === 0 && html`<p>${asked.length} questions about this pain. Skip any. Stop at any time: each answer is kept.</p>`}
    ${said.map((question) => html`<${Answer} key=${question.id} question=${question} body=${body} onChange=${() => step(question.id)} />`)}
    ${said.length > 0 && left.length > 0 && html`<section class="stack" aria-labelledby="left-title"><h2 id="left-title">Not said yet</h2>
      ${left.map((question) => html`<${Pick} key=${question.id} title=${question.title} icon="forward" onClick=${() => step(question.id)} />`)}
    </section>`}
    <${About} key=${id} record=${record} />
  <//>`;
}

/** @param {{question: Asked, body: Record<string, any>, onChange: () => unknown}} props */
function Answer({ question, body, onChange }) {
  return html`<${Card} title=${question.title}>
    <p>${told(question, body, today.value).join(' ')}</p>
    <div class="row"><${Button} variant="line" icon="edit" label=${`Change: ${question.title}`} onClick=${onChange}>Change<//></div>
  <//>`;
}

/** @param {{id: string, onChanged: () => unknown}} props */
function Review({ id, onChanged }) {
  const looked = () => stored(async () => { await stillSo(id); return id; });
  const same = async () => { if (await looked()) say('Saved on this phone. Still the same.'); };
  const other = async () => { if (await looked()) onChanged(); };
  return html`<${Card} title="Is this still so?" tone="soft">
    <p>You told this some time ago.</p>
    <div class="pair">
      <${Button} tall onClick=${same}>Still the same<//>
      <${Button} tall variant="line" onClick=${other}>Something changed<//>
    </div>
  <//>`;
}

/** @param {{record: Rec}} props */
function About({ record }) {
  const { id, body } = record;
  const name = useSignal(body.label ?? '');
  const set = async (/** @type {Record<string, unknown>} */ values) => {
    if (await stored(async () => { await change(id, values); return id; })) announce('Saved on this phone.');
  };
  const takeOut = async () => {
    if (!(await stored(async () => { await remove(id); return id; }))) return;
    say(`Deleted: ${body.label ?? 'Pain Story'}.`, () => restore(id));
    back('/story');
  };
  return html`<section class="stack stack-wide" aria-labelledby="about-title">
    <h2 id="about-title">This story</h2>
    <${Field} label="Name of this pain" maxLength=${60} value=${name.value} onInput=${(/** @type {string} */ text) => { name.value = text; }}
      onChange=${(/** @type {string} */ text) => { if (text.trim()) set({ label: text.trim() }); }} />
    <${Switch} label="Keep this story private" detail="Nobody you share with sees it, or that it is there."
      on=${body.private === true} onChange=${(/** @type {boolean} */ is) => set({ private: is })} />
    <${AskAtVisit} text="My Pain Story" secret=${body.private === true} />
    <${Button} variant="line" tall icon="bin" onClick=${takeOut}>Delete this story<//>
  </section>`;
}
