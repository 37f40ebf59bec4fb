/** What else somebody shares, in words: what helps, visits, what was noticed, what changed, what may make it worse. Pure. */
import { dayOf, parted } from '../../domain/appointment.js';
import { eventLabel } from '../../domain/event.js';
import { injects } from '../../domain/medicine.js';
import { clockTime } from '../../ui/dates.js';
import { dayTaken } from './daily-words.js';
import { byWords } from './entry-words.js';
import { mayTellTrigger } from '../../domain/tact.js';
import { daysAgo, dateWords, dayTitle } from './when.js';

/**
 * @typedef {import('./entry-words.js').Entry} Entry
 * @typedef {import('./entry-words.js').Reading} Reading
 * @typedef {{id: string, triggers: string[], say: string, facts: string[], sources: string[], see: string[]}} Worse - a row of the pack
 */

const LATELY_DAYS = 28;
const NOTICED_DAYS = 14;
const AGREED_DAYS = 14;
/** Minutes, and hours in a wheelchair, from which sitting is worth a thought. */
const LONG_SIT = 60;
const LONG_WHEELS = 6;

/** What helps, in the person's own order. @param {readonly Entry[]} seen - granted @param {Reading} reading @returns {string[]} */
export function helpLines(seen, { word }) {
  const help = seen.find(({ kind }) => kind === 'care_card')?.body.help ?? [];
  return help.map((/** @type {{relief?: string, text?: string}} */ one) => one.text || (one.relief ? word('reliefs', one.relief) : '')).filter(Boolean);
}

/**
 * What was noted today that may make it worse, with what the pack says of it.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading @param {readonly Worse[]} rows
 * @returns {{noted: string[], rows: Worse[]}} noted: what has no row
 */
export function worseToday(seen, reading, rows) {
  const of = (/** @type {string} */ kind) => seen.filter((one) => one.kind === kind && one.body.on === reading.today).map(({ body }) => body);
  const named = of('symptom').flatMap(({ triggers }) => triggers ?? []).filter((id) => id !== 'nothing' && mayTellTrigger(id, reading.read));
  const alone = of('mood').some((mood) => mood.alone_too_much === true) ? ['alone'] : [];
  const ids = new Set([...named, ...of('daily').flatMap(ofDay), ...alone, ...injectedLately(seen, reading.today)]);
  const known = rows.filter(({ triggers }) => triggers.some((id) => ids.has(id)));
  const rest = [...new Set(named)].filter((id) => !rows.some(({ triggers }) => triggers.includes(id)));
  return { noted: rest.map((id) => reading.word('triggers', id)), rows: known };
}

/** @param {Record<string, any>} day @returns {string[]} as triggers */
function ofDay({ heat, infection, sleep_quality, sitting_minutes, wheelchair_hours }) {
  return [
    (heat === 'yes' || heat === 'a_bit') && 'hot_humid', infection?.state === 'yes' && 'infection', sleep_quality === 'poor' && 'poor_sleep',
    (sitting_minutes >= LONG_SIT || wheelchair_hours >= LONG_WHEELS) && 'long_sitting',
  ].filter((one) => typeof one === 'string');
}

/** @param {readonly Entry[]} seen @param {string} today */
function injectedLately(seen, today) {
  const injected = new Set(seen.filter(({ kind, body }) => kind === 'medicine' && injects(body)).map(({ id }) => id));
  const days = seen.filter(({ kind, body }) => kind === 'dose' && injected.has(body.medicine_id) && body.status !== 'skipped')
    .map(({ body }) => daysAgo(dayTaken(body), today));
  return days.some((ago) => ago === 1 || ago === 2) ? ['injection_24_48'] : [];
}

/**
 * The next visit and what to ask there, and what was agreed at the last one.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 */
export function visitWords(seen, { today, now }) {
  const visits = /** @type {any[]} */ (seen.filter(({ kind }) => kind === 'appointment'));
  const { coming, past } = parted(visits, { ms: now, today, hour: 0 });
  const next = coming.find(({ body }) => dayOf(body)) ?? coming[0];
  const last = past.find(({ body }) => body.agreed && daysAgo(dayOf(body) ?? '', today) <= AGREED_DAYS);
  return {
    next: next ? { id: next.id, title: next.body.who || 'A visit', when: visitWhen(next.body, today), questions: next.body.questions ?? [], report: next.body.take_report === true } : null,
    agreed: last ? { when: inSentence(dayOf(last.body) ?? today, today), who: last.body.who || 'the visit', text: last.body.agreed } : null,
  };
}

/** "Friday 27 November, about 10:30": the hour is shared to the quarter. @param {Record<string, any>} body @param {string} today */
function visitWhen(body, today) {
  const on = dayOf(body);
  if (!on) return 'No day yet';
  const day = on === today ? 'Today' : daysAgo(on, today) === -1 ? 'Tomorrow' : `${weekday(on)} ${dateWords(on, today)}`;
  return body.at ? `${day}, about ${clockTime(body.at)}` : day;
}

/** @param {string} on */
const weekday = (on) => new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${on}T12:00:00Z`));

/**
 * What people who help noticed, newest first.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @returns {{id: string, title: string, text: string, by: string}[]}
 */
export function noticedWords(seen, reading) {
  const day = (/** @type {Entry} */ { body }) => body.on ?? body.at?.slice(0, 10) ?? '';
  return seen.filter((one) => one.kind === 'observation' && one.body.type !== 'coming' && day(one) && daysAgo(day(one), reading.today) <= NOTICED_DAYS)
    .sort((a, b) => day(b).localeCompare(day(a)) || (Date.parse(b.body.at) || 0) - (Date.parse(a.body.at) || 0))
    .map((one) => ({
      id: one.id, title: [dayTitle(day(one), reading.today), one.body.type && reading.word('observations', one.body.type)].filter(Boolean).join(': '),
      text: one.body.text ?? '', by: byWords(one, reading) || `Added by ${reading.name}.`,
    }));
}

/**
 * What changed in the last four weeks: events, and medicines that began or ended.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @returns {string[]} newest first
 */
export function changeWords(seen, { today, word }) {
  const lately = (/** @type {any} */ on) => typeof on === 'string' && daysAgo(on, today) >= 0 && daysAgo(on, today) <= LATELY_DAYS;
  const rows = seen.flatMap(({ kind, body }) => {
    if (kind === 'event') return [{ on: body.on, text: [eventLabel(body.type), body.detail].filter(Boolean).join(': ') }];
    if (kind !== 'medicine') return [];
    const name = body.regimen?.name || (body.class ? word('medicine_classes', body.class) : 'A medicine');
    return [{ on: body.started_on, text: `${name}: begun` }, { on: body.stopped_on, text: `${name}: ended` }];
  }).filter(({ on }) => lately(on));
  return rows.sort((a, b) => b.on.localeCompare(a.on)).map(({ on, text }) => `${dayTitle(on, today)}: ${text.replace(/\.$/, '')}.`);
}

/** "yesterday", "on Friday", "on 3 May". @param {string} on @param {string} today */
function inSentence(on, today) {
  const title = dayTitle(on, today);
  return title === 'Today' || title === 'Yesterday' ? title.toLowerCase() : `on ${title}`;
}

/**
 * Urgent messages of the last days that have no answer yet, where they are shared.
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @returns {{id: string, message: string, tier: 'E1' | 'E2', when: string}[]}
 */
export function urgentMessages(seen, { today }) {
  return seen.filter(({ kind, body }) => kind === 'safety' && (body.tier === 'E1' || body.tier === 'E2') && !body.answer && body.on && daysAgo(body.on, today) <= 3)
    .map(({ id, body }) => ({ id, message: body.message_id, tier: body.tier, when: dayTitle(body.on, today) }));
}
