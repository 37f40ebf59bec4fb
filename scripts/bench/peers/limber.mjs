/**
 * Limber as production serves it: migrated SQLite with synchronous=FULL in a fresh instance, gunicorn with its own
 * settings, one account. Clients sign in with the session cookie and speak the real protocol in batches like the
 * app's: ops with an id each, `was`, marks, sealed cursors, gzip, the reading inside the last batch of a push.
 * Validation, idempotency, history and access checks are those of the server; nothing is switched off.
 *
 * `put` keeps ops in memory, as the other clients without a store do.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { uuid7 } from '../../../pwa/src/domain/ids.js';
import { ending, freePort, httpClient } from './http.mjs';
import { symptomOf } from './symptom.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const WHO = { email: 'bench@example.org', password: 'seven quiet herons' };
// As the app sends: pwa/src/sync/push.js and pwa/src/data/api.js.
const [OPS_MOST, BYTES_MOST, ENVELOPE_BYTES, GZIP_FROM_BYTES] = [500, 512_000, 16_000, 8 * 1024];
const PATIENCE_MS = 30_000;
const zipped = promisify(gzip);
const newId = () => uuid7(Date.now(), randomBytes(10));

/** The origin a browser would name; a counting proxy in between has another port. */
let here = '';

export const limber = { name: 'limber', start, client: ({ base }) => device({ base, origin: here, ...WHO }) };

async function start({ dir, python }) {
  const port = await freePort();
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('LIMBER_'));
  const env = { ...Object.fromEntries(kept), LIMBER_INSTANCE: dir, LIMBER_PORT: String(port), PYTHONDONTWRITEBYTECODE: '1' };
  const made = spawnSync(python, ['-m', 'flask', '--app', 'wsgi', 'db', 'upgrade'], { cwd: ROOT, env, encoding: 'utf8' });
  if (made.status) throw new Error(made.stderr);
  const child = spawn(python, ['-m', 'gunicorn', '-c', 'gunicorn.conf.py', 'wsgi:app'], { cwd: ROOT, env, stdio: 'ignore' });
  here = `http://127.0.0.1:${port}`;
  await answering(child);
  await register({ origin: here, ...WHO });
  return { port, pid: child.pid, stop: () => ending(child) };
}

/** @param {import('node:child_process').ChildProcess} child */
async function answering(child) {
  const until = Date.now() + PATIENCE_MS;
  while (!await fetch(`${here}/livez`).then(({ ok }) => ok, () => false)) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('gunicorn did not start');
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

/** @param {{origin: string, email: string, password: string}} who */
export async function register({ origin, ...who }) {
  const http = httpClient(origin, { origin });
  await http.json('POST', '/api/v1/auth/register', { ...who, display_name: 'Bench', time_zone: 'Europe/Zurich' });
  http.close();
}

/**
 * A signed-in device.
 * @param {{base: string, origin: string, email: string, password: string}} who - base: where to send; origin: what to name
 */
export async function device({ base, origin, ...who }) {
  const http = httpClient(base, { origin, accept: 'application/json', 'accept-encoding': 'gzip, br' });
  const answer = await http.send('POST', '/api/v1/auth/login', Buffer.from(JSON.stringify(who)));
  const cookie = answer.headers['set-cookie'][0].split(';')[0];
  const { account: { id: account }, space } = JSON.parse(answer.text);
  const id = newId();
  const phone = { cursor: null, marks: new Map(), rows: new Map() };
  let [unsent, n] = [[], 0];

  const call = async (what, body) => {
    const plain = Buffer.from(JSON.stringify({ proto: 1, account, device: id, sent_at: new Date().toISOString(), ...body }));
    const packed = plain.length < GZIP_FROM_BYTES ? plain : await zipped(plain);
    const headers = { cookie, ...(packed !== plain && { 'content-encoding': 'gzip' }) };
    const { text } = await http.send('POST', `/api/v1/sync/${what}`, packed, headers);
    return JSON.parse(text);
  };
  const marks = () => ({ [space]: [...phone.marks.keys()] });
  const question = () => ({ spaces: { [space]: { cursor: phone.cursor, marks: marks()[space] } } });
  const op = (entry) => formed(entry, phone.rows.get(entry.id), { space, n: n += 1 });

  const exchange = async () => {
    const batch = nextBatch(unsent);
    const rest = batch.length < unsent.length;
    const sent = marks();
    const said = await call('push', { marks: sent, ops: batch, ...(!rest && { pull: question() }) });
    const done = new Map(said.results.map(({ op: id, s }) => [id, s]));
    for (const one of batch) if (done.get(one.op) !== 'ok') throw new Error(`${one.op}: ${JSON.stringify(said.results[0])}`);
    for (const one of batch) phone.rows.set(one.id, mergedInto(phone.rows.get(one.id), one));
    unsent = unsent.slice(batch.length);
    settle(phone, space, said, sent[space]);
    return rest || said.pull === undefined ? 0 : take(phone, space, said.pull);
  };
  const drain = async () => {
    let count = 0;
    for (let more = true; more;) {
      const said = await call('pull', question());
      count += take(phone, space, said);
      more = said.spaces[space].more;
    }
    return count;
  };
  return {
    async put(entries) { for (const entry of entries) unsent.push(op(entry)); },
    async push() { while (unsent.length > 0) await exchange(); },
    settle: drain,
    pull: drain,
    async one(entry) {
      unsent.push(op(entry));
      await exchange();
    },
    async close() { http.close(); },
  };
}

/** As many as go in one request. @param {object[]} ops */
function nextBatch(ops) {
  let bytes = ENVELOPE_BYTES;
  const full = ops.slice(0, OPS_MOST).findIndex((op, i) => {
    bytes += Buffer.byteLength(JSON.stringify(op)) + 1;
    return i > 0 && bytes > BYTES_MOST;
  });
  return ops.slice(0, full < 0 ? OPS_MOST : full);
}

/** The op a phone would form: only what differs from what it shows, and the op that set what it saw. */
function formed(entry, row, { space, n }) {
  const set = Object.entries(symptomOf(entry)).filter(([name, value]) => (
    JSON.stringify(row?.body[name]) !== JSON.stringify(value)));
  const was = set.map(([name]) => [name, row && (row.fop[name] ?? (name in row.body ? row.cur_op : null))]).filter(([, seen]) => seen);
  return {
    n, op: newId(), space, id: entry.id, kind: 'symptom', sv: 1, t: 'put',
    made_at: entry.started_at, made_tz: 'Europe/Zurich', ...(was.length > 0 && { was: Object.fromEntries(was) }), set: Object.fromEntries(set),
  };
}

/** @param {{body: object, fop: object} | undefined} row @param {{op: string, set: object}} done */
function mergedInto(row, { op, set }) {
  const seen = row ? { ...Object.fromEntries(Object.keys(row.body).map((name) => [name, row.cur_op])), ...row.fop } : {};
  const its = Object.fromEntries(Object.keys(set).map((name) => [name, op]));
  return { body: { ...row?.body, ...set }, fop: { ...seen, ...its }, cur_op: op };
}

/** Rows of a page into the phone's memory; how many came. */
function take(phone, space, said) {
  const page = said.spaces[space];
  if (!page || page.reset || said.lost.length > 0) throw new Error(`no page: ${JSON.stringify(said).slice(0, 300)}`);
  for (const row of page.rows) phone.rows.set(row.id, row);
  phone.cursor = page.cursor;
  settle(phone, space, said, [...phone.marks.keys()]);
  return page.rows.length;
}

/** Marks as the app keeps them: until a newer one is confirmed. */
function settle(phone, space, { marks, confirmed }, sent) {
  if (confirmed[space]) for (const mark of sent) if (mark !== confirmed[space]) phone.marks.delete(mark);
  if (marks[space]) phone.marks.set(marks[space], true);
}
