/** Each pain as a clinician asks of it: the Pain Story, and what the entries say of each place (backend/reports/pains.py). Pure. */
import { facts, row } from './blocks.js';
import { commonest, onOf, spanOf, tally } from './felt.js';
import { siteKey, siteName } from './wording.js';
import { count, day, lowered, sentenceCase } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {import('./felt.js').Felt} Felt */

const SITES_IN_DETAIL = 6;
const OWN_WORDS_MOST = 3;
/** Answers that stand with what the person wants. */
const WISHES = new Set(['wish', 'worry']);

/** What was answered once, and what the entries of this period say of each place. @param {Material} material @returns {import('./shape.js').Section} */
export function story(material) {
  const told = material.of('story').map((one) => toldOnce(material, one)).filter(({ rows }) => rows?.length);
  const withPain = new Set(material.pains.map(({ on }) => on)).size;
  const sites = material.sites.slice(0, SITES_IN_DETAIL).map(([site, felt]) => ofPlace(material, site, felt, withPain));
  const blocks = [...told, ...sites];
  const none = () => facts('story.none', '', [row('story.none.row', 'Pain', 'No place noted in this period.')]);
  return { id: 'story', title: 'The pains, one by one', blocks: blocks.length > 0 ? blocks : [none()] };
}

/** @param {Material} material @param {string} site @param {Felt[]} felt @param {number} withPain - days */
function ofPlace({ words }, site, felt, withPain) {
  const key = siteKey(site);
  const { days, scored, median, worst } = spanOf(felt);
  // "aching (72); sore (21)": in how many of the entries.
  const named = (/** @type {string} */ list, /** @type {string} */ field, /** @type {number} */ most, /** @type {string} */ within = '') => {
    const counts = tally(felt, field, within);
    return commonest(counts, most).map((one) => `${lowered(words.of(list, one))} (${counts.get(one)})`).join('; ');
  };
  const said = [
    ['Days', `${days} of the ${count(withPain, 'day')} with an entry of pain.`],
    ['Entries', String(felt.filter(({ first }) => first).length)],
    ['Strength', median === null ? 'No number given.' : `Median ${median}, worst ${worst} (of ${count(scored, 'day')} with a number).`],
    ['Words', named('words', 'words', 5)],
    ['Pattern', named('patterns', 'patterns', 3)],
    ['Noted before it', named('triggers', 'triggers', 4)],
    ['Tried', named('reliefs', 'relief', 4, 'what')],
    ['Gets in the way of', named('activities', 'stops_me', 4, 'activity')],
    ['Own words', ownWords(felt).join('; ')],
  ];
  const rows = said.flatMap(([label, text], number) => (text ? row(`story.${key}.${number}`, label, sentenceCase(text)) : []));
  return facts(`story.${key}`, `${siteName(words, site)}, from the entries`, rows);
}

/** @param {Felt[]} felt @returns {string[]} */
const ownWords = (felt) => [...new Set(felt.flatMap(({ body }) => body.own_words || []))].slice(0, OWN_WORDS_MOST);

/** Each question of the Pain Story with its answers as sentences. @param {Material} material @param {import('./material.js').Rec} rec */
function toldOnce(material, { id, body }) {
  const answers = Object.fromEntries(Object.entries(body.answers ?? {}).filter(([name]) => !WISHES.has(name)));
  const rows = material.packs.questions.flatMap((question) => {
    const said = question.parts.flatMap((/** @type {any} */ part) => sentences(material, question, part, answers)).join(' ');
    return said ? row(`story.${id}.${question.id}`, question.title, said) : [];
  });
  const label = body.label || 'Pain Story';
  return facts(`story.${id}`, `${label}, in the person's answers (${day(body.reviewed_on || onOf(body))})`, rows);
}

/** @param {Material} material @param {any} question @param {any} part @param {Record<string, any>} answers @returns {string[]} */
function sentences({ words }, question, part, answers) {
  const given = answers[part.answer || question.id] ?? {};
  const said = (/** @type {unknown} */ text) => (part.say ?? '{}').split('{}').join(text);
  // Who ends their words with a full stop gets no second one.
  if (part.kind === 'text') return given.text ? [said(part.say?.endsWith('{}.') ? given.text.replace(/\.$/, '') : given.text)] : [];
  if (part.kind === 'date') return given.on ? [said(day(given.on))] : [];
  if (part.kind === 'number') return (given.numbers?.[part.id] ?? null) === null ? [] : [said(given.numbers[part.id])];
  const chosen = given.choices ?? [];
  const own = new Map((part.options ?? []).map((/** @type {any} */ option) => [option.id, option.say]));
  // What the question itself offers is no term of the list.
  const taken = new Set(question.parts.flatMap((/** @type {any} */ one) => one.options ?? []).map((/** @type {any} */ { id }) => id));
  const terms = part.list ? chosen.filter((/** @type {string} */ one) => !taken.has(one)) : [];
  return [...(terms.length > 0 ? [said(words.listed(part.list, terms))] : []), ...chosen.flatMap((/** @type {string} */ one) => own.get(one) ?? [])];
}
