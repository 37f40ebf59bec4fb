import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { Question } from '../../components/question.js';
import { Switch } from '../../components/switch.js';
import { mayAskTwoMore } from '../../domain/mood.js';
import { back, route } from '../../router.js';
import { mindBody, moods, setMind } from '../../state/dailies.js';
import { theOne } from '../../state/records.js';
import { today } from '../../state/today.js';
import { announce } from '../../ui/announce.js';
import { dayName } from '../../ui/dates.js';
import { goStep, leaveSteps } from '../daily/steps.js';
import { stored } from '../log/save.js';
import { onward } from '../safety/after.js';

/** @typedef {Record<string, any>} Body */

const MOODS = [{ id: 'good', label: 'Good' }, { id: 'so_so', label: 'So-so' }, { id: 'low', label: 'Low' }];
const ALONE = [{ id: true, label: 'Yes' }, { id: false, label: 'No' }];
const NOBODY = 'Mood is shared with nobody unless you share it.';

/** The two questions of the PHQ-2 and their answers: the wording is fixed and stays as it is. */
const LEAD = 'Over the last 2 weeks, how often have you been bothered by the following problems?';
const PROBLEMS = ['Little interest or pleasure in doing things', 'Feeling down, depressed, or hopeless'];
const OFTEN = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'].map((label, id) => ({ id, label }));

/** How the mind was on one day. Everything optional, every tap kept. */
export function Mood() {
  const { on: asked, step } = /** @type {{on?: string, step?: number}} */ (route.value.state);
  const on = asked && asked <= today.value ? asked : today.value;
  const body = mindBody(on);
  const keep = async (/** @type {import('../../state/dailies.js').Set} */ values) => {
    if (await stored(() => setMind(on, values))) announce('Saved on this phone.');
  };
  if (step === 1 || step === 2) return html`<${TwoMore} key=${step} at=${step - 1} on=${on} body=${body} keep=${keep} />`;
  return html`<${Mind} on=${on} body=${body} keep=${keep} />`;
}

/** @param {{on: string, body: Body, keep: (values: import('../../state/dailies.js').Set) => unknown}} props */
function Mind({ on, body, keep }) {
  const done = () => {
    const record = theOne('mood', { on });
    if (record && on === today.value) onward(record.id, { to: '/' });
    else back('/day');
  };
  const one = (/** @type {string} */ field) => (/** @type {any} */ id) => keep({ [field]: body[field] === id ? null : id });
  const chosen = (/** @type {string} */ field) => (body[field] === null || body[field] === undefined ? [] : [body[field]]);
  const more = on === today.value && mayAskTwoMore(moods(), on);
  return html`<${Page} title="Mood" back="/day" note=${on === today.value ? NOBODY : `${dayName(on, today.value)}. ${NOBODY}`}
    foot=${html`<${Button} tall onClick=${done}>Done<//>`}>
    <section class="stack" aria-labelledby="mood-title"><h2 id="mood-title">How is your mood?</h2>
      <${Choices} rows label="How is your mood?" items=${MOODS} chosen=${chosen('mood')} onToggle=${one('mood')} /></section>
    ${body.mood === 'low' && html`<p>Thank you for saying it. Low days are part of many lives with pain, and you are not alone with them.</p>`}
    <section class="stack" aria-labelledby="anxious-title"><h2 id="anxious-title">And worry?</h2>
      <${Pick} title="Anxious" on=${body.anxious === true} onClick=${() => keep({ anxious: body.anxious ? null : true })} /></section>
    <section class="stack" aria-labelledby="alone-title"><h2 id="alone-title">Were you alone too much?</h2>
      <${Choices} label="Were you alone too much?" items=${ALONE} chosen=${chosen('alone_too_much')} onToggle=${one('alone_too_much')} /></section>
    ${more && html`<${Pick} title="Two more questions, if you like" icon="forward"
      detail=${body.phq2?.length === 2 ? 'Both answered today' : 'About the last two weeks. They take a minute.'}
      onClick=${() => goStep('/day/mind', { on, step: 1 })} />`}
    <${Switch} label="Keep this private" detail="Nobody sees it, even if you share mood."
      on=${body.private === true} onChange=${(/** @type {boolean} */ is) => keep({ private: is })} />
  <//>`;
}

/**
 * One of the two, on its own screen. The second waits for the first, since their answers are kept in this order.
 * @param {{at: number, on: string, body: Body, keep: (values: import('../../state/dailies.js').Set) => unknown}} props
 */
function TwoMore({ at, on, body, keep }) {
  const answers = /** @type {number[]} */ (body.phq2 ?? []);
  const pick = (/** @type {number} */ id) => keep((/** @type {Body} */ now) => ({ phq2: withAnswer(now.phq2 ?? [], at, id) }));
  const next = at === 0 && answers.length > 0 ? () => goStep('/day/mind', { on, step: 2 }) : undefined;
  return html`<${Question} title="Two more questions" back="/day/mind" place=${at + 1} of=${2} note="Each tap is kept."
    onDone=${() => leaveSteps('/day/mind', { on })} onNext=${next}>
    <p>${LEAD}</p>
    <h2>${PROBLEMS[at]}</h2>
    <${Choices} rows label=${`${LEAD} ${PROBLEMS[at]}`} items=${OFTEN} chosen=${at < answers.length ? [answers[at]] : []} onToggle=${pick} />
    <p class="soft">These two questions come from a common check of mood, the PHQ-2 (copyright Pfizer Inc.). They name no illness.</p>
  <//>`;
}

/**
 * The answers with one given, or taken back if it was the same; the second cannot stand without the first.
 * @param {number[]} answers @param {number} at @param {number} id
 */
function withAnswer(answers, at, id) {
  if (at > answers.length) return answers.length > 0 ? answers : null;
  const next = answers[at] === id ? answers.slice(0, at) : Object.assign([...answers], { [at]: id });
  return next.length > 0 ? next : null;
}
