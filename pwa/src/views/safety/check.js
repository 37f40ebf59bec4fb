import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { answersOf, explicitOf } from '../../domain/rhythm.js';
import { go, route } from '../../router.js';
import { pack } from '../../state/knowledge.js';
import { recordOf } from '../../state/records.js';
import { endRound, foundBy, keepAnswers, questionsOf } from '../../state/safety.js';
import { announce } from '../../ui/announce.js';
import { leadOn } from './after.js';

/**
 * @typedef {import('../../state/safety.js').Subject} Subject
 * @typedef {import('../../state/safety.js').Given} Given
 * @typedef {import('../../domain/rhythm.js').Group} Group
 * @typedef {{subject: Subject, to: string, given: Given, alone: boolean}} Step
 */

/** Rows on one screen; the rest comes on the next. */
const ROWS = 6;

const ANSWERS = /** @type {const} */ ([['yes', 'Yes'], ['no', 'No'], ['not_sure', 'Not sure']]);

/** The questions that are due: rows to tap, or one by one. What one page says is kept before the next one comes. */
export function Check() {
  const step = stepNow();
  const rules = pack('safety');
  const groups = rules ? questionsOf(rules, step.subject, step.given) : [];
  const gone = isGone(step.subject);
  const over = gone || (rules && groups.length === 0);
  useEffect(() => {
    if (gone) go(step.to, { replace: true });
    else if (over) end(rules, step);
  }, [over]);
  if (!rules || over) return html`<${Page} title="A short check" back=${step.to} />`;

  const explicit = explicitOf(rules);
  const rows = cut(groups.map(({ check, questions }) => ({ check, questions: questions.filter((name) => !explicit.has(name)) })));
  const key = Object.keys(step.given).length;
  return step.alone || rows.length === 0
    ? html`<${Alone} key=${key} rules=${rules} step=${step} name=${groups[0].questions[0]} />`
    : html`<${Rows} key=${key} rules=${rules} step=${step} groups=${rows} />`;
}

/** @returns {Step} */
function stepNow() {
  const { id, worry, to = '/', given = {}, alone = false } = /** @type {any} */ (route.value.state);
  return { subject: worry ? { worry } : { id }, to, given, alone };
}

/** Whether what was saved was taken back meanwhile. @param {Subject} subject */
const isGone = ({ id, worry }) => !worry && (!id || (recordOf(id)?.deleted ?? true));

/** As many questions as one screen holds. @param {Group[]} groups @returns {Group[]} */
function cut(groups) {
  let left = ROWS;
  return groups.flatMap(({ check, questions }) => {
    const now = questions.slice(0, left);
    left -= now.length;
    return now.length > 0 ? [{ check, questions: now }] : [];
  });
}

/**
 * Keeps what a page said, and goes on: at once to an emergency, else to the next page.
 * @param {any} rules
 * @param {Step} step
 * @param {Given} said
 */
async function goOn(rules, { subject, to, given, alone }, said) {
  const next = { ...given, ...said };
  const now = foundBy(rules, subject, next);
  if (now.some(({ tier }) => tier === 'E1') || questionsOf(rules, subject, next).length === 0) {
    await end(rules, { subject, to, given: next, alone });
    return;
  }
  await keepAnswers(subject, next).catch(() => {});
  go('/check', { state: { ...subject, to, given: next, alone } });
}

let ending = false;

/** Storing draws the screen anew, which must not end the round once more. @param {any} rules @param {Step} step */
async function end(rules, { subject, to, given }) {
  if (ending) return;
  ending = true;
  try {
    const stored = await endRound(rules, subject, given);
    announce('Saved on this phone.');
    if (subject.worry && stored.length === 0) go('/check/worry', { state: { done: true }, replace: true });
    else leadOn(stored, subject.worry && stored.length > 0 ? `/check/${stored[0].message}` : to);
  } catch {
    // Not stored: what is due is shown all the same.
    const [first] = foundBy(rules, subject, given);
    go(first?.tier === 'E1' ? `/check/${first.message}` : to, { replace: true });
  } finally {
    ending = false;
  }
}

/** @param {{rules: any, step: Step, groups: Group[]}} props */
function Rows({ rules, step, groups }) {
  const tapped = useSignal(/** @type {string[]} */ ([]));
  const shown = groups.flatMap(({ questions }) => questions);
  const toggle = (/** @type {string} */ name) => {
    tapped.value = tapped.value.includes(name) ? tapped.value.filter((one) => one !== name) : [...tapped.value, name];
  };
  const next = () => goOn(rules, step, answersOf(rules, shown, tapped.value));
  const words = tapped.value.length > 0 ? 'Next' : 'None of these';
  const alone = () => go('/check', { state: { ...step.subject, to: step.to, given: step.given, alone: true } });
  return html`<${Page} title="A short check" back=${step.to} note=${why(step)}
    foot=${html`<${NotNow} to=${step.to} /><${Button} tall icon=${tapped.value.length > 0 ? undefined : 'check'} onClick=${next}>${words}<//>`}>
    <p>Tap what is true now. What you leave untapped counts as no.</p>
    ${groups.map(({ check, questions }) => html`<section class="check-group" key=${check}>
      <h2>${rules.checks.find((/** @type {any} */ one) => one.id === check).opens_with.replace(/^([^.]*)\.$/, '$1')}</h2>
      <div class="stack" role="group" aria-label="Tap what is true now">
        ${questions.map((name) => html`<${Pick} key=${name} title=${ask(rules, name)} on=${tapped.value.includes(name)} onClick=${() => toggle(name)} />`)}
      </div>
    </section>`)}
    <${Pick} title="Not sure about one? Go through them" icon="list" onClick=${alone} />
    <p class="soft">${rules.note[0]} ${rules.note[1]}</p>
  <//>`;
}

/** @param {{rules: any, step: Step, name: string}} props */
function Alone({ rules, step, name }) {
  return html`<${Page} title=${ask(rules, name)} back=${step.to} note=${why(step)} foot=${html`<${NotNow} to=${step.to} />`}>
    <div class="stack" role="group" aria-label=${ask(rules, name)}>
      ${ANSWERS.map(([answer, words]) => html`<${Pick} key=${answer} title=${words} onClick=${() => goOn(rules, step, { [name]: answer })} />`)}
    </div>
    <p class="soft">${rules.note[0]} ${rules.note[1]}</p>
  <//>`;
}

/** @param {{to: string}} props */
const NotNow = ({ to }) => html`<${Button} variant="line" tall onClick=${() => go(to, { replace: true })}>Not now<//>`;

/** @param {any} rules @param {string} name @returns {string} */
const ask = (rules, name) => rules.questions.find((/** @type {any} */ one) => one.id === name).ask;

/** @param {Step} step */
function why({ subject, given }) {
  if (Object.keys(given).length > 0) return 'Because of what you answered, and what you noted.';
  if (subject.worry) return 'Because of what worries you.';
  return recordOf(subject.id)?.body.regions?.length ? 'Because of the place you chose. It is saved already.' : 'Because of what you noted. It is saved already.';
}
