/** Entries that were changed in two places at once: what is to be looked at, and the acts that settle it. */
import { effect, signal } from '@preact/signals';

import { call } from '../data/api.js';
import { askedAbout, losersOf } from '../data/outbox.js';
import { between, changesOf } from '../data/records.js';
import { answered, asksWhen, isAsked, momentOfOp, putBack, questions } from '../domain/conflict.js';
import { onTouched, opened } from './opened.js';
import { change, keep } from './records.js';
import { session } from './session.js';

/**
 * @typedef {import('../domain/overlay.js').Rec} Rec
 * @typedef {import('../domain/conflict.js').Questions} Questions
 *
 * @typedef {object} Asked - one record with what is to be asked about it
 * @property {Rec} rec
 * @property {Questions} questions
 *
 * @typedef {object} Origin - where a version came from
 * @property {'here' | 'mine' | 'other' | 'unknown'} from - this phone; another of the same person; somebody else; one of the last two
 * @property {string} name - of somebody else, else empty
 * @property {string | null} at - instant, null where nobody knows
 */

/** Records of the own diary that were changed in two places at once. @type {import('@preact/signals').Signal<readonly Asked[]>} */
export const asked = signal([]);

/** Entries of a phone whose clock was not set. @type {import('@preact/signals').Signal<readonly Rec[]>} */
export const untimed = signal([]);

const SOON_MS = 150;

/** The first and the last day a clock without a battery can show. */
const [EPOCH, BEFORE_US] = ['1969-12-31', '2019-12-31'];

/** Questions that were answered and are asked once more. @type {import('@preact/signals').Signal<Asked | null>} */
const again = signal(null);

let turn = 0;

async function read() {
  const here = opened.peek();
  turn += 1;
  const mine = turn;
  if (!here) {
    again.value = null;
    asked.value = untimed.value = [];
    return;
  }
  const [recs, early] = await Promise.all([askedAbout(here.db, here.space), between(here.db, here.space, EPOCH, BEFORE_US)]);
  const open = recs.filter(({ kind }) => kind !== 'share' && kind !== 'preference');
  const all = await Promise.all(open.map(async (rec) => (
    { rec, questions: questions(rec, await losersOf(here.db, here.space, rec.id)) })));
  if (mine !== turn || opened.peek() !== here) return;
  asked.value = all.filter((one) => isAsked(one.questions));
  untimed.value = early.filter(asksWhen);
}

effect(() => {
  void opened.value;
  read().catch(() => {});
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

// Nobody waits for this when a save has just been made.
onTouched((ids) => {
  if (ids?.length === 0) return;
  clearTimeout(soon);
  soon = setTimeout(() => { read().catch(() => {}); }, SOON_MS);
  /** @type {any} */ (soon).unref?.();
});

/** After an undo the same question is asked once more. @param {Asked} one */
export function askAgain({ rec, questions: open }) {
  again.value = { rec: { ...rec, conf: [] }, questions: open };
}

/** What is to be asked about one record; null when nothing is. @param {string} id */
export const askedOf = (id) => asked.value.find(({ rec }) => rec.id === id) ?? (again.value?.rec.id === id ? again.value : null);

/**
 * Keeps the answers to every question of a record's fields.
 * @param {Asked} one
 * @param {Record<string, string>} chosen - question -> key of a version
 * @returns {Promise<(() => Promise<void>) | null>} puts the values back; null while a question is open
 */
export async function settle({ rec, questions: open }, chosen) {
  const answer = answered(rec, open, chosen);
  if (!answer) return null;
  const before = putBack(rec, answer.set);
  if (answer.ops.length > 0) await resolve(rec, answer.ops, answer.set);
  // The question was answered before, and asked once more: the change is an ordinary one.
  else if (Object.keys(answer.set).length > 0) await change(rec.id, answer.set);
  again.value = null;
  await read();
  return async () => { if (Object.keys(before).length > 0) await change(rec.id, before); };
}

/**
 * The record stays as it is, whatever these changes said.
 * @param {Asked} one
 * @param {readonly string[]} ops - such as a delete that had not seen its newest state
 */
export async function keepIt({ rec }, ops) {
  if (rec.conf.length > 0) await resolve(rec, ops);
  again.value = null;
  await read();
}

const MOST = 50;

/** @param {Rec} rec @param {readonly string[]} ops @param {Record<string, any>} [set] */
async function resolve(rec, ops, set = {}) {
  const named = Object.keys(set).length > 0 ? { set } : {};
  for (let from = 0; from < ops.length; from += MOST) {
    await keep({ id: rec.id, kind: rec.kind, t: 'resolve', ops: ops.slice(from, from + MOST), ...(from === 0 ? named : {}) });
  }
}

/** Takes the words of an entry out of every phone and the server, for good. @param {Rec} rec */
export const erase = (rec) => keep({ id: rec.id, kind: rec.kind, t: 'erase' });

/**
 * Who wrote the versions of a record, and when. Without a network it is what this phone knows.
 * @param {Asked} one
 * @returns {Promise<(ops: readonly string[]) => Origin>} asked with the ops of a version
 */
export async function origins({ rec }) {
  const here = opened.value;
  const me = session.value.account?.id ?? null;
  const mine = new Map(here ? (await changesOf(here.db, here.space, rec.id)).map(({ op, made_at }) => [op, made_at]) : []);
  const lost = new Map([...await told(rec), ...(here ? await losersOf(here.db, here.space, rec.id) : [])].map((one) => [one.op, one]));
  return (ops) => {
    const op = ops[ops.length - 1];
    const own = mine.get(op);
    if (own) return { from: 'here', name: '', at: own };
    const one = lost.get(op);
    const by = one?.by?.account ?? (rec.author && rec.author.account === me ? me : null);
    const at = one?.made_at ?? momentOfOp(op);
    if (by === me && me) return { from: 'mine', name: '', at };
    return one?.by?.name ? { from: 'other', name: one.by.name, at } : { from: 'unknown', name: '', at };
  };
}

/** Only of what somebody else wrote can it be unclear who changed it. @param {Rec} rec @returns {Promise<{op: string, by: any, made_at: string}[]>} */
async function told(rec) {
  const { mode, space, account } = session.value;
  if (mode !== 'account' || rec.author?.account === account?.id) return [];
  try {
    return (await call('GET', `people/${space}/records/${rec.id}/history`)).changes;
  } catch {
    return [];
  }
}
