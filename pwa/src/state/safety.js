/** What an entry asks for: questions in their rhythm, messages by the rules, and what stays open. */
import { computed, effect } from '@preact/signals';

import { CHECK, answerOf, answered, counted, openMessages, sessionsAllowed, toStore } from '../domain/alerts.js';
import { facts } from '../domain/facts.js';
import { due } from '../domain/rhythm.js';
import { messages } from '../domain/safety.js';
import { nowParts } from '../domain/time.js';
import { START, withWorries } from '../domain/worry.js';
import { counted as weighed } from './counted.js';
import { pack, unopened } from './knowledge.js';
import { change, ofKind, put, recordOf, theOne } from './records.js';
import { today } from './today.js';

/**
 * @typedef {import('../domain/overlay.js').Rec} Rec
 * @typedef {{id?: string, worry?: string[]}} Subject - the record just saved, or what somebody is frightened of
 * @typedef {Record<string, string>} Given - answers of this round: yes, no or not_sure
 */

/** Fields of a record that questions rest on; a note or a relief asks nothing anew. */
const RESTS_ON = ['symptom', 'severity_nrs', 'regions', 'generalised', 'words', 'patterns', 'triggers', 'symptoms', 'intimate', 'heat', 'infection', 'falls',
  'spasms', 'mood', 'phq2', 'type', 'on'];
const BECAUSE_MOST = 40;
const WAIT_MS = 1500;

const records = computed(() => ofKind('safety'));

/** Messages that wait for an answer, the most urgent first. @type {import('@preact/signals').ReadonlySignal<import('../domain/alerts.js').Open[]>} */
export const open = computed(() => {
  const rules = pack('safety');
  return rules ? openMessages(records.value, rules, today.value) : [];
});

/** What open messages leave of a session. */
export const allowed = computed(() => {
  const rules = pack('safety');
  return rules ? sessionsAllowed(open.value, rules, today.value) : null;
});

/** The rules, once they are there; null when this phone does not have them. @returns {Promise<any>} */
export function rulesReady() {
  return new Promise((done) => {
    const timer = setTimeout(() => finish(null), WAIT_MS);
    /** @type {(() => void) | undefined} */
    let stop;
    const finish = (/** @type {any} */ rules) => { clearTimeout(timer); stop?.(); done(rules); };
    stop = effect(() => {
      const rules = pack('safety');
      // Let go only after this run, when `stop` is there.
      if (rules || unopened.value.includes('safety')) queueMicrotask(() => finish(rules ?? null));
    });
  });
}

/** What a subject asks now. @param {any} rules @param {Subject} subject @param {Given} given @returns {import('../domain/rhythm.js').Group[]} */
export function questionsOf(rules, subject, given) {
  const day = theOne('safety', { message_id: CHECK, on: today.peek() });
  const covered = { entry: isCovered(day, subject), day: dayIsCovered(day) };
  const asked = { given, answered: answered(records.peek()), today: today.peek() };
  if (subject.worry) return due(rules, factsOf(subject, given), { ...asked, of_day: {}, covered: {} });
  return due(rules, factsOf(subject, given), { ...asked, of_day: factsOf({}, given), covered });
}

/** The messages that are due by now. @param {any} rules @param {Subject} subject @param {Given} given */
export const foundBy = (rules, subject, given) => messages(rules, factsOf(subject, given));

/**
 * Keeps the answers of a round, as far as it went.
 * @param {Subject} subject
 * @param {Given} given
 * @param {{whole?: boolean}} [how] - whole: the round is over, and nothing of it is asked again for this record
 */
export async function keepAnswers(subject, given, { whole = false } = {}) {
  const { on, ...when } = nowParts();
  const day = theOne('safety', { message_id: CHECK, on });
  const because = whole && subject.id ? [...new Set([...(day?.body.because ?? []), subject.id])].slice(-BECAUSE_MOST) : undefined;
  const hidden = isPrivate(subject) ? { private: true } : {};
  await put('safety', { message_id: CHECK, on }, { on, ...when, checks: { ...day?.body.checks, ...given }, ...(because ? { because } : {}), ...hidden });
}

/**
 * Ends a round: keeps its answers and stores the messages that are due.
 * @param {any} rules
 * @param {Subject} subject
 * @param {Given} given
 * @returns {Promise<import('../domain/alerts.js').Store[]>} what was stored, the most urgent first
 */
export async function endRound(rules, subject, given) {
  if (Object.keys(given).length > 0) await keepAnswers(subject, given, { whole: true });
  const found = foundBy(rules, subject, given);
  const open_ = hasPrivate() ? new Map(messages(rules, factsOf(subject, given, true)).map(({ message, tier }) => [message, tier])) : null;
  const store = toStore(found, records.peek(), rules, given, today.peek());
  for (const one of store) await keepMessage(one, subject, isPrivate(subject) || (open_ !== null && open_.get(one.message) !== one.tier));
  return store;
}

/** @param {import('../domain/alerts.js').Store} one @param {Subject} subject @param {boolean} hidden */
async function keepMessage({ message, tier, checks, reopen }, subject, hidden) {
  const { on, ...when } = nowParts();
  const before = theOne('safety', { message_id: message, on })?.body.because ?? [];
  const because = [...new Set([...before, ...(subject.id ? [subject.id] : [])])].slice(-BECAUSE_MOST);
  const anew = reopen ? { answer: null, ask_again_on: null } : {};
  await put('safety', { message_id: message, on }, { on, ...when, tier, checks, because, ...anew, ...(hidden ? { private: true } : {}) });
}

/**
 * Answers an open message.
 * @param {import('../domain/alerts.js').Open} one
 * @param {string} answer
 * @returns {Promise<() => Promise<void>>} takes it back
 */
export async function answerMessage({ id, tier }, answer) {
  const rules = pack('safety');
  const before = recordOf(id)?.body ?? {};
  await change(id, answerOf(tier, answer, rules, today.peek()));
  return () => change(id, { answer: before.answer ?? null, ask_again_on: before.ask_again_on ?? null });
}

/** The newest entry of today whose questions were put off, or null. Nothing waits beside an emergency. */
export const waiting = computed(() => {
  const rules = pack('safety');
  if (!rules || open.value.some(({ tier }) => tier === 'E1')) return null;
  const day = records.value.find(({ body }) => body.message_id === CHECK && body.on === today.value) ?? null;
  const entry = weighed.value.find(({ body }) => body.on === today.value && !body.hard_day);
  if (!entry || isCovered(day, { id: entry.id })) return null;
  return questionsOf(rules, { id: entry.id }, {}).length > 0 ? entry.id : null;
});

/** What the start of a session has to know: what is left of it, and the one check. "None of these" starts. */
export const beforeSession = () => ({ open: open.value, allowed: allowed.value, start: START });

/** @param {Subject} subject @param {Given} given @param {boolean} [openOnly] - as if nothing private were there */
function factsOf(subject, given, openOnly = false) {
  const bodies = (/** @type {string} */ kind, /** @type {string} */ but = '') => (kind === 'symptom' ? weighed.value : ofKind(kind))
    .filter(({ id, body }) => id !== but && !(openOnly && body.private === true));
  const on = today.peek();
  const entry = subject.id ? recordOf(subject.id) : null;
  const isEntry = entry?.kind === 'symptom' && !entry.deleted;
  const told = { checks: { ...counted(records.peek(), on), ...given }, profile: theOne('profile')?.body ?? null, medicines: medicines(bodies('medicine')), today: on, now: nowParts().at };
  const events = bodies('event').map(({ body }) => body);
  if (subject.worry) return withWorries(facts({ ...told, checks: given, events: events.filter(({ type }) => type !== 'fall' && type !== 'illness') }), subject.worry);
  const day = isEntry ? entry.body.on ?? on : on;
  const shown = (/** @type {Rec | null} */ rec) => (rec && !(openOnly && rec.body.private === true) ? rec.body : null);
  return facts({
    // What is entered later is weighed as of its own day.
    ...told, events, today: day,
    entry: isEntry ? shown(entry) : null,
    day: shown(theOne('daily', { on: day })),
    mood: shown(theOne('mood', { on: day })),
    doses: bodies('dose').map(({ body }) => body),
    stories: bodies('story').map(({ body }) => body),
    session: bodies('session')[0]?.body ?? null,
    past: {
      symptoms: bodies('symptom', entry?.id).map(({ body }) => body),
      dailies: bodies('daily').map(({ body }) => body),
      moods: bodies('mood').map(({ body }) => body),
    },
  });
}

/** @param {Rec[]} recs */
const medicines = (recs) => recs.map((rec) => ({ id: rec.id, body: rec.body, changed_on: dateOf(Math.max(...Object.values(rec.fop).map(madeMs))) }));

/** @param {number} ms */
const dateOf = (ms) => (Number.isFinite(ms) && ms > 0 ? new Date(ms).toISOString().slice(0, 10) : undefined);

/** When an op was made: its id begins with the time. @param {string} op @returns {number} milliseconds since 1970 UTC */
const madeMs = (op) => parseInt(op.replaceAll('-', '').slice(0, 12), 16) || 0;

/** @param {Rec | null} rec @param {readonly string[]} fields */
const changedMs = (rec, fields) => Math.max(0, ...fields.map((field) => madeMs(rec?.fop[field] ?? '')));

/** @param {Rec | null} day - the answers of today @param {Subject} subject */
function isCovered(day, { id }) {
  if (!day || !id || !(day.body.because ?? []).includes(id)) return false;
  return changedMs(day, ['at', 'checks']) >= changedMs(recordOf(id), RESTS_ON);
}

/** @param {Rec | null} day */
function dayIsCovered(day) {
  const on = today.peek();
  if (!day) return false;
  const ofToday = [theOne('daily', { on }), theOne('mood', { on }), ...ofKind('event').filter(({ body }) => body.on === on)];
  const since = Math.max(...ofToday.map((rec) => changedMs(rec, RESTS_ON)), changedMs(ofKind('session')[0] ?? null, ['at']));
  return changedMs(day, ['at', 'checks']) >= since;
}

/** @param {Subject} subject */
const isPrivate = ({ id }) => recordOf(id)?.body.private === true;

const hasPrivate = () => ['symptom', 'daily', 'mood', 'event', 'medicine', 'dose', 'story'].some((kind) => ofKind(kind).some(({ body }) => body.private === true));
