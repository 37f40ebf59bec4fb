/** What the person wants of a visit: questions, goals, and what was agreed before (backend/reports/visit.py). Pure. */
import { facts, listing, row } from './blocks.js';
import { onOf } from './felt.js';
import { profileOf } from './material.js';
import { day } from './words.js';

/** @typedef {import('./material.js').Material} Material */

const HOPES = Object.entries({ wish: 'I want from treatment', worry: 'What worries me' });

/** What the person wants to ask at the visit that comes. @param {Material} material @returns {string[]} */
export function questionsOf({ of, today }) {
  const next = of('appointment').filter(({ body }) => (onOf(body) ?? '') >= today)
    .reduce((found, one) => (found && String(onOf(found.body)) <= String(onOf(one.body)) ? found : one), /** @type {import('./material.js').Rec | null} */ (null));
  return next?.body.questions ?? [];
}

/** Goals, questions, what was agreed. @param {Material} material @returns {import('./shape.js').Section} */
export function wishes(material) {
  const agreed = material.within('appointment').flatMap(({ id, body }) => (body.agreed ? row(`wishes.${id}`, day(onOf(body)), body.agreed) : []));
  const hoped = hopes(material);
  return { id: 'wishes', title: 'What I want to ask and reach', blocks: [
    listing('wishes.questions', 'Questions for the visit', questionsOf(material).map((one, at) => row(`wishes.question.${at + 1}`, one))),
    ...(agreed.length > 0 ? [facts('wishes.agreed', 'Agreed at earlier visits', agreed)] : []),
    ...(hoped.length > 0 ? [facts('wishes.hopes', 'Hopes and worries', hoped)] : []),
    listing('wishes.goals', 'What I want to be able to do', goals(material)),
  ] };
}

/** What the Pain Story holds of them, in the person's words. @param {Material} material */
const hopes = ({ of }) => of('story').flatMap(({ id, body }) => HOPES.flatMap(([name, label]) => {
  const said = body.answers?.[name]?.text;
  return said ? row(`wishes.${name}.${id}`, label, said) : [];
}));

/** @param {Material} material */
function goals(material) {
  const { goals: chosen = [], own_goal: own } = profileOf(material);
  const rows = (chosen ?? []).filter((/** @type {string} */ one) => one !== 'own_words')
    .map((/** @type {string} */ one) => row(`wishes.goal.${one}`, material.words.of('goals', one)));
  return own ? [...rows, row('wishes.goal.own', own)] : rows;
}
