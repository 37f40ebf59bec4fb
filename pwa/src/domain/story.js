/** The Pain Story: what is asked once about a pain, kept answer by answer. Pure; today and the questions come in. */

/**
 * @typedef {{choices?: string[] | null, text?: string | null, on?: string | null, numbers?: Record<string, number | null> | null}} Answer
 * @typedef {Record<string, Answer | null>} Answers
 * @typedef {{id: string, label: string, say?: string, alone?: boolean}} Option
 *
 * @typedef {object} Part
 * @property {'one' | 'many' | 'text' | 'date' | 'number'} kind
 * @property {string} [ask] - left out where the question itself asks it
 * @property {string} [say] - the answer as a sentence, {} standing for it
 * @property {Option[]} [options]
 * @property {string} [list] - of the vocabulary, in place of options
 * @property {string[]} [first]
 * @property {string[]} [leave_out]
 * @property {string[]} [needs] - asked once one of these choices is made
 * @property {string} [answer] - the name it is kept under, where that is not the question's id
 * @property {string} [id] - of a number
 * @property {string} [hint]
 * @property {number} [limit]
 * @property {number} [step]
 * @property {number} [start]
 * @property {number} [most]
 *
 * @typedef {{id: string, title: string, ask: string, facts: string[], medicine?: string, parts: Part[]}} Question
 *
 * @typedef {object} Story
 * @property {string} [on] - the date it was first written
 * @property {string | null} [label]
 * @property {Answers | null} [answers]
 * @property {string | null} [reviewed_on]
 * @property {boolean | null} [private]
 */

const REVIEW_DAYS = 30;
/** Three months, as days. */
const LONG = 92;
/** Days since it began, at least and at most, when an "about" was chosen. @type {Record<string, [number, number]>} */
const ABOUT = { days_ago: [0, 13], weeks_ago: [7, 62], months_1_3: [30, LONG], over_3_months: [LONG + 1, Infinity] };

/** Where a part's answer is kept. @param {Question} question @param {Part} part */
export const keptUnder = (question, part) => part.answer ?? question.id;

/** The questions that concern this person. @param {ReadonlyArray<Question>} all @param {ReadonlyArray<string>} classes - of medicines in use @returns {Question[]} */
export const questionsFor = (all, classes) => all.filter(({ medicine }) => !medicine || classes.includes(medicine));

/** Whether an answer holds anything. @param {Answer | null | undefined} answer */
export function holdsAnything(answer) {
  if (!answer) return false;
  return Boolean(answer.choices?.length || answer.text || answer.on || Object.values(answer.numbers ?? {}).some((n) => n !== null));
}

/** @param {Question} question @param {Answers | null | undefined} answers */
export const answered = (question, answers) => question.parts.some((part) => holdsAnything(answers?.[keptUnder(question, part)]));

/** The first question without an answer, or null. @param {ReadonlyArray<Question>} questions @param {Answers | null | undefined} answers */
export const firstOpen = (questions, answers) => questions.find((question) => !answered(question, answers)) ?? null;

/** The parts to ask now: those that wait for a choice only once it is made. @param {Question} question @param {Answers | null | undefined} answers */
export function partsNow(question, answers) {
  const chosen = answers?.[question.id]?.choices ?? [];
  return question.parts.filter(({ needs }) => !needs || needs.some((id) => chosen.includes(id)));
}

/**
 * Every answer, with one choice put in or taken out. One-of-several and "alone" choices take the place of others; what
 * waited for a choice that is gone goes with it.
 * @param {Question} question
 * @param {Part} part
 * @param {ReadonlyArray<string>} ids - all that this part offers
 * @param {string} id
 * @param {Answers | null | undefined} answers
 * @returns {Answers}
 */
export function withChoice(question, part, ids, id, answers) {
  const now = answers?.[question.id]?.choices ?? [];
  const lone = (/** @type {string} */ one) => Boolean(part.options?.find((option) => option.id === one)?.alone);
  const leaves = (/** @type {string} */ one) => ids.includes(one) && (part.kind === 'one' || lone(id) || lone(one));
  const choices = now.includes(id) ? now.filter((one) => one !== id) : [...now.filter((one) => !leaves(one)), id];
  return pruned(question, merged(answers, question.id, { choices }));
}

/**
 * Every answer, with some fields of one set; null takes a field back, and an answer left with nothing goes.
 * @param {Answers | null | undefined} answers
 * @param {string} name
 * @param {Answer} set
 * @returns {Answers}
 */
export function merged(answers, name, set) {
  const answer = Object.fromEntries(Object.entries({ ...answers?.[name], ...set }).filter(([, value]) => value !== null));
  const { [name]: _, ...others } = answers ?? {};
  return holdsAnything(answer) ? { ...others, [name]: answer } : others;
}

/** @param {Question} question @param {Answers} answers @returns {Answers} */
function pruned(question, answers) {
  const asked = partsNow(question, answers);
  /** @type {Answers} */
  let left = answers;
  for (const part of question.parts.filter((one) => !asked.includes(one))) {
    const name = keptUnder(question, part);
    const answer = left[name] ?? {};
    const { [part.id ?? '']: _, ...numbers } = answer.numbers ?? {};
    const others = asked.flatMap(({ options = [] }) => options.map(({ id }) => id));
    /** @type {Answer} */
    const set = {};
    if (part.kind === 'number' && answer.numbers) set.numbers = Object.keys(numbers).length > 0 ? numbers : null;
    if (part.kind === 'text') set.text = null;
    if (part.kind === 'one' || part.kind === 'many') set.choices = (answer.choices ?? []).filter((id) => others.includes(id));
    left = merged(left, name, set);
  }
  return left;
}

/**
 * Whether the pain is more than three months old: true, false, or null where that cannot be told.
 * @param {Answer | null | undefined} start - the answer to how it began
 * @param {string | undefined} toldOn - the date the story was first written
 * @param {string} today
 */
export function overThreeMonths(start, toldOn, today) {
  if (start?.on) return daysBetween(start.on, today) >= LONG;
  const about = Object.keys(ABOUT).find((id) => start?.choices?.includes(id));
  const since = toldOn ? Math.max(0, daysBetween(toldOn, today)) : 0;
  const [least, most] = about ? ABOUT[about] : [0, Infinity];
  if (least + since >= LONG) return true;
  return most + since < LONG ? false : null;
}

/** Whether to ask "Is this still so?": 30 days after it was written or last looked at. @param {Story} story @param {string} today */
export function reviewDue(story, today) {
  const last = story.reviewed_on ?? story.on;
  return Boolean(last) && Object.values(story.answers ?? {}).some(holdsAnything) && daysBetween(String(last), today) >= REVIEW_DAYS;
}

/** Days for which "Not now" is heard. */
const NOT_NOW_DAYS = 7;
/** Entries below which a diary is too young for long questions. */
const ENTRIES_LEAST = 7;
/** Pain from here on is not the day for it. */
const STRONG = 7;

/**
 * Whether today is quiet enough for one question.
 * @param {ReadonlyArray<Record<string, any>>} entries - bodies of symptom records
 * @param {{put_off_on?: string, answered_on?: string} | null | undefined} before - when it was put off or answered
 * @param {string} today
 */
export function quietEnough(entries, before, today) {
  if (entries.length < ENTRIES_LEAST || before?.answered_on === today) return false;
  if (before?.put_off_on && daysBetween(before.put_off_on, today) < NOT_NOW_DAYS) return false;
  return !entries.some(({ on, hard_day, severity_nrs }) => on === today && (hard_day || severity_nrs >= STRONG));
}

/** @param {string} earlier @param {string} later */
const daysBetween = (earlier, later) => Math.round((noon(later) - noon(earlier)) / 86_400_000);

/** @param {string} on */
const noon = (on) => Date.parse(`${on}T12:00:00Z`);
