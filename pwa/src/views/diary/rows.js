/** What belongs to a day beside its entries, one short sentence for each, and where it is opened. */
import { ENERGY, ROWS } from '../../domain/daily.js';
import { eventLabel } from '../../domain/event.js';
import { siteLabel } from '../../domain/injection.js';
import { stoppedEarly } from '../../domain/moved.js';
import { label } from '../../state/content.js';
import { recordOf } from '../../state/records.js';
import { titleOf } from '../../state/medicines.js';
import { clockTime } from '../../ui/dates.js';
import { ROW } from '../daily/rows.js';
import { mindText } from '../mood/words.js';
import { observedText } from './observed.js';
import { countsText, sessionTitle } from './session-words.js';
import { capital, entryTitle, placesText } from './words.js';

/** @typedef {import('../../domain/overlay.js').Rec} Rec */
/** @typedef {Record<string, any>} Body */

/**
 * @typedef {object} QuietRow
 * @property {string} text
 * @property {string} href
 * @property {Record<string, unknown>} [state] - what rides with it in the history
 */

const ENERGY_WORDS = /** @type {Record<string, string>} */ ({ usual: 'energy as usual', low: 'low energy', very_low: 'very low energy' });
const DOSE = /** @type {Record<string, string>} */ ({ taken: 'Taken', late: 'Taken later', skipped: 'Not taken' });
const ASK = /** @type {Record<string, string>} */ ({
  cool_drink: 'a cool drink', help_me_up: 'help to get up', company: 'company', leave_me_be: 'to be left alone', please_dont_ask: 'not to be asked',
});

/** @param {Rec} rec @returns {QuietRow} */
export function quietRow(rec) {
  const { kind, body } = rec;
  const text = `${sentenceOf(rec)}${body.private ? ' · private' : ''}`;
  return { text, ...place(kind, body, rec.id) };
}

/** @param {Rec} rec @returns {string} */
export function sentenceOf(rec) {
  const { kind, body } = rec;
  if (kind === 'symptom') return entryTitle(body);
  return WORDS[kind]?.(body, rec) ?? 'Something else';
}

/** @type {Record<string, (body: Body, rec: Rec) => string>} */
const WORDS = {
  daily: dailyText,
  mood: (body) => ['Mood', mindText(body)].filter(Boolean).join(': '),
  dose: doseSentence,
  event: (body) => [eventLabel(body.type), placesText(body)].filter(Boolean).join(', '),
  session: (body) => [sessionTitle(body), countsText(body).replace(/\.$/, ''), stoppedEarly(body) && 'stopped early', clockTime(body.at)].filter(Boolean).join(' · '),
  safety: (body) => ['A safety message', clockTime(body.at)].filter(Boolean).join(', '),
  observation: (body, { author }) => observedText(body, author),
  request: (body) => [`Asked for ${ASK[body.ask] ?? 'help'}`, clockTime(body.at)].filter(Boolean).join(', '),
  medicine: (body) => titleOf(body),
  appointment: (body) => ['Visit', body.who].filter(Boolean).join(': '),
  contact: (body) => body.who ?? 'A number to call',
  allergy: (body) => ['Allergy', body.what].filter(Boolean).join(': '),
  story: (body) => body.label ?? 'A Pain Story',
  custom: (body) => body.label ?? 'A word of my own',
  plan: () => 'A movement plan',
  plan_item: () => 'A movement of the plan',
  profile: () => 'What I said about me',
  care_card: () => 'What helps me, and where I am',
};

/** @param {Body} body */
function dailyText(body) {
  const energy = ENERGY.includes(body.energy) ? ENERGY_WORDS[body.energy] : '';
  const rows = Object.keys(ROWS).filter((row) => ROW[row] && row !== 'energy').map((row) => (ROW[row].brief ?? ROW[row].say)(body)).filter(Boolean);
  return capital([...rows, energy].filter(Boolean).join(', ')) || 'The day';
}

/** @param {Body} body */
function doseSentence(body) {
  const medicine = recordOf(body.medicine_id);
  const name = medicine ? titleOf(medicine.body) : 'a medicine';
  const site = body.body_site ? siteLabel(body.body_site, (id) => label('body_sites', id)).toLowerCase() : '';
  return [`${DOSE[body.status] ?? 'Medicine'}: ${name}`, site, body.status === 'skipped' ? '' : clockTime(body.at)].filter(Boolean).join(', ');
}

/** @param {string} kind @param {Body} body @param {string} id @returns {Omit<QuietRow, 'text'>} */
function place(kind, body, id) {
  if (kind === 'daily') return { href: '/day', state: { on: body.on } };
  if (kind === 'mood') return { href: '/day/mind', state: { on: body.on } };
  if (kind === 'event') return { href: `/events/${id}` };
  if (kind === 'dose') return body.body_site ? { href: '/cabinet/injected', state: { id } } : { href: '/cabinet' };
  if (kind === 'safety') return { href: `/check/${body.message_id}` };
  if (kind in PAGES) return { href: PAGES[kind](id) };
  return { href: `/diary/${id}` };
}

/** Kinds with a page of their own. @type {Record<string, (id: string) => string>} */
const PAGES = {
  medicine: (id) => `/cabinet/${id}`, appointment: (id) => `/you/visits/${id}`, contact: (id) => `/you/numbers/${id}`,
  allergy: () => '/you/numbers', observation: () => '/you/noticed', request: () => '/ask', story: (id) => `/story/${id}`, profile: () => '/you/about', care_card: () => '/you/numbers',
};
