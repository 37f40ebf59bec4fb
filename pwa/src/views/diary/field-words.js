/** Every field of every kind in plain words: its name, and what it says. Nothing is shown as an id. */
import { ROWS } from '../../domain/daily.js';
import { eventLabel } from '../../domain/event.js';
import { roleLabel } from '../../domain/contact.js';
import { siteLabel } from '../../domain/injection.js';
import { doseText, rhythmText } from '../../domain/medicine.js';
import { ASKS } from '../../domain/profile.js';
import { lengthText } from '../../domain/symptom.js';
import { label, vocabulary } from '../../state/content.js';
import { titleOf } from '../../state/medicines.js';
import { recordOf } from '../../state/records.js';
import { today } from '../../state/today.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { ROW } from '../daily/rows.js';
import { said } from '../profile/words.js';
import { feltText, movementName, rowText } from './session-words.js';
import { capital, labelsText, listed, placesText } from './words.js';

/** @typedef {[name: string, say: (value: any) => string]} FieldWords */

const EFFECT = /** @type {Record<string, string>} */ ({ better: 'better', same: 'the same', worse: 'worse', unsure: 'not sure' });
const DOSE = /** @type {Record<string, string>} */ ({ taken: 'taken', late: 'taken later', skipped: 'not taken' });
const MOOD = /** @type {Record<string, string>} */ ({ good: 'good', so_so: 'so-so', low: 'low' });
const ANSWER = /** @type {Record<string, string>} */ ({
  seen: 'I was seen', cleared: 'I was told it is safe', done: 'done', mistaken: 'a mistake', not_now: 'not now', team_knows: 'my team knows',
  checked_before: 'checked before',
});

const yesNo = (/** @type {boolean} */ yes) => (yes ? 'yes' : 'no');
const day = (/** @type {string} */ on) => dayName(on, today.value);
const named = (/** @type {Record<string, string>} */ words) => (/** @type {string} */ id) => words[id] ?? plain(id);
const ofList = (/** @type {string} */ list) => (/** @type {string} */ id) => label(list, id);
const ofLists = (/** @type {string} */ list) => (/** @type {string[]} */ ids) => labelsText(list, ids);

/** Fields that mean the same in every kind. @type {Record<string, FieldWords>} */
const COMMON = {
  symptom: ['Symptom', ofList('symptoms')],
  severity_nrs: ['Number', (number) => `${number} of 10`],
  regions: ['Places', (regions) => placesText({ regions })],
  generalised: ['All over', yesNo],
  words: ['Words', ofLists('words')],
  own_words: ['Own words', String],
  patterns: ['How it goes', ofLists('patterns')],
  triggers: ['Just before it', ofLists('triggers')],
  relief: ['Tried', (list) => listed(list.map(reliefText))],
  stops_me: ['It got in the way of', ofEach('activities', 'activity')],
  minutes_long: ['How long', lengthText],
  hard_day: ['Hard day', yesNo],
  confirmed: ['You said it is right', yesNo],
  private: ['Private', yesNo],
  note: ['Note', String],
  text: ['Text', String],
  detail: ['Detail', String],
  on: ['Day', day],
  until_on: ['Until', day],
  at: ['Time', clockTime],
  moment: ['When', momentText],
  label: ['Name', String],
};

/** @type {Record<string, Record<string, FieldWords>>} */
const BY_KIND = {
  mood: { mood: ['Mood', named(MOOD)], anxious: ['Anxious', yesNo], alone_too_much: ['Alone too much', yesNo],
    phq2: ['The two questions', (values) => listed(values.map((/** @type {any} */ value) => (value === null ? 'no answer' : `${value} of 3`)))] },
  medicine: { class: ['Kind', ofList('medicine_classes')], regimen: ['Name, dose and times', regimenText], started_on: ['First day', day],
    stopped_on: ['First day without it', day], effect: ['Effect on pain', named(EFFECT)], side_effects: ['Side effects', ofLists('side_effects')] },
  dose: { status: ['Dose', named(DOSE)], medicine_id: ['Medicine', medicineText], slot: ['For', (slot) => `${day(slot.slice(0, 10))}, ${slot.slice(11)}`],
    body_site: ['Where it went', (site) => siteLabel(site, (id) => label('body_sites', id))], reactions: ['How it felt after', ofLists('reactions')] },
  event: { type: ['What happened', eventLabel] },
  appointment: { who: ['With', String], questions: ['Questions', (all) => all.join(' ')], take_report: ['Take the report', yesNo], agreed: ['Agreed', String] },
  contact: { who: ['Name', String], role: ['Who it is', roleLabel], number: ['Number to call', String], hours: ['When to call', String] },
  allergy: { what: ['Allergy', String], reaction: ['What it does', String] },
  story: { answers: ['Answers', plain], reviewed_on: ['Read through', day] },
  safety: { answer: ['Your answer', named(ANSWER)], ask_again_on: ['Ask again', day] },
  session: { done: ['Movements', (rows) => listed(rows.map((/** @type {any} */ row) => `${movementName(row.movement)} (${rowText(row)})`))],
    minutes: ['Minutes', String], pain_before_nrs: ['Pain before', ofTen], pain_after_nrs: ['Pain right after', ofTen],
    pain_2h_nrs: ['Pain some two hours later', ofTen], next_morning_nrs: ['Pain next morning', ofTen], felt: ['It felt', feltText],
    felt_later: ['Some hours later', feltText], helped_by: ['With', String] },
  profile: { own_goal: ['My own goal', String], movements: ['Movements my plans may use', (/** @type {string[]} */ ids) => listed(ids.map(movementName))] },
};

/** What the person wrote by hand stays as it is. */
const WRITTEN = new Set(['note', 'own_words', 'detail', 'text', 'agreed', 'own_goal']);

/** "6 of 10" @param {number} number */
function ofTen(number) {
  return `${number} of 10`;
}

/** @param {string} kind @param {string} field @returns {FieldWords | null} */
function wordsOf(kind, field) {
  if (kind === 'daily') {
    const row = Object.keys(ROWS).find((name) => ROWS[name].includes(field));
    if (row && ROW[row]) return [ROW[row].title, (value) => ROW[row].say({ [field]: value })];
  }
  const ask = kind === 'profile' ? ASKS.find(({ id }) => id === field) : undefined;
  if (ask) return [ask.row, (value) => said(ask, /** @type {any} */ ({ [field]: value }), today.value)];
  return BY_KIND[kind]?.[field] ?? COMMON[field] ?? null;
}

/** Whether a field has words of its own; the others only hold things together. @param {string} kind @param {string} field */
export const hasWords = (kind, field) => wordsOf(kind, field) !== null;

/** "Number", "Name, dose and times". @param {string} kind @param {string} field */
export const fieldName = (kind, field) => wordsOf(kind, field)?.[0] ?? plain(field);

/**
 * What a field says, or an empty text where nothing was said. Without a full stop.
 * @param {string} kind @param {string} field @param {any} value
 */
export function fieldText(kind, field, value) {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  if (WRITTEN.has(field) && typeof value === 'string') return value.trim().replace(/\.$/, '');
  // A newer build may keep another shape under a name this one knows.
  try {
    return capital((wordsOf(kind, field)?.[1] ?? plain)(value)).replace(/\.$/, '');
  } catch {
    return capital(plain(value));
  }
}

/**
 * The same in lines of its own, for a value that is looked at closely.
 * @param {string} kind @param {string} field @param {any} value
 * @returns {string[]} none where nothing was said
 */
export function fieldLines(kind, field, value) {
  if (WRITTEN.has(field) && typeof value === 'string') return value ? [value] : [];
  if (kind === 'medicine' && field === 'regimen' && value) return regimenParts(value);
  const text = fieldText(kind, field, value);
  return text ? [text] : [];
}

/** "Today, 09:41". @param {{on?: string | null, at?: string | null}} moment */
function momentText({ on, at }) {
  return [on ? day(on) : '', clockTime(at)].filter(Boolean).join(', ');
}

/** All of it together, as it is never mixed. @param {any} regimen */
function regimenText(regimen) {
  return regimenParts(regimen).map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join(', ');
}

/** @param {any} regimen @returns {string[]} */
function regimenParts(regimen) {
  return [[regimen.name, doseText(regimen)].filter(Boolean).join(', '), rhythmText(regimen), regimen.route].filter(Boolean);
}

/** @param {string} id */
function medicineText(id) {
  const medicine = recordOf(id);
  return medicine ? titleOf(medicine.body) : 'a medicine';
}

/** "heat pack (from 6 to 4)" @param {any} one */
function reliefText({ what, before_nrs: before, after_nrs: after }) {
  const name = label('reliefs', what).toLowerCase();
  const numbers = [typeof before === 'number' && `from ${before}`, typeof after === 'number' && `to ${after}`].filter(Boolean).join(' ');
  return numbers ? `${name} (${numbers})` : name;
}

/** @param {string} list @param {string} name */
function ofEach(list, name) {
  return (/** @type {any[]} */ all) => labelsText(list, all.map((one) => one[name]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Anything at all in words, for what has none of its own. @param {any} value @returns {string} */
function plain(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return yesNo(value);
  if (Array.isArray(value)) return listed(value.map(plain).filter(Boolean));
  if (typeof value === 'object') return Object.values(value).map(plain).filter(Boolean).join(', ');
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${day(text.slice(0, 10))}, ${text.slice(11, 16)}`;
  if (UUID.test(text)) return recordOf(text)?.body.label ?? 'something else you noted';
  const list = Object.keys(vocabulary.value).find((name) => vocabulary.value[name].some(({ id }) => id === text));
  if (list) return label(list, text);
  return /^[a-z0-9_]+$/.test(text) ? text.replaceAll('_', ' ') : text;
}
