#!/usr/bin/env node
/**
 * The same diary pushed and pulled through Limber and its peers, interleaved, as JSON lines.
 *
 *   npm i --prefix DEPS --ignore-scripts pouchdb@9.0.0 pouchdb-adapter-memory@9.0.0 pouchdb-server@4.2.0
 *   node scripts/bench/peers/sync_peer.mjs --deps DEPS --quick
 *   node scripts/bench/peers/sync_peer.mjs --deps DEPS --sizes 1000,10000 --rounds 3
 *
 * Options: --adapters pouch,pouch-raw,floor,limber   in this order
 *          --sizes N,N  --rounds R  --singles S  --incr I  --seed K  --python .venv/bin/python
 *
 * For each size N, each round, each adapter in turn (A B C, A B C, ...):
 *   push     client A holds N entries the server has never seen; time until all are acknowledged
 *   settle   A reads its own entries back, where its protocol does that; not part of push
 *   pull     client B is empty; time until it holds all N
 *   incr     I times: A edits 10 of N and pushes (incr_push), B pulls the 10 (incr_pull)
 *   one      S times: A makes one entry and pushes it; one_live is the same over PouchDB's open replication
 * Round 0 warms up and is not timed: its traffic goes through a counting proxy. Client and server share the machine.
 *
 * An adapter is { name, start({dir, deps, python}) -> {port, pid, stop()}, client({base, dir, role, deps}) -> {put(entries),
 * push(), pull() -> number, one(entry), close(), settle?(), oneLive?(entries) -> number[]} }. `start` makes a fresh
 * server; `put` stores at the client only and is not timed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { floor } from './floor.mjs';
import { limber } from './limber.mjs';
import { pouch, pouchRaw } from './pouch.mjs';
import { countingProxy, quantile, usage } from './watch.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const EDITED = 10;
const ADAPTERS = Object.fromEntries([pouch, pouchRaw, floor, limber].map((one) => [one.name, one]));

const emit = (row) => process.stdout.write(`${JSON.stringify(row)}\n`);
const rounded = (number) => Math.round(number * 100) / 100;

function asked() {
  const text = (name) => ({ [name]: { type: 'string' } });
  const names = ['deps', 'adapters', 'sizes', 'rounds', 'singles', 'incr', 'seed', 'python'];
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, ...Object.assign({}, ...names.map(text)) } });
  const { quick } = values;
  return {
    deps: path.resolve(values.deps ?? '.'), python: path.resolve(values.python ?? '.venv/bin/python'), seed: values.seed ?? '1',
    adapters: (values.adapters ?? 'pouch,pouch-raw,floor,limber').split(',').map((name) => ADAPTERS[name]),
    sizes: (values.sizes ?? (quick ? '1000' : '1000,10000')).split(',').map(Number),
    rounds: Number(values.rounds ?? (quick ? 2 : 3)), singles: Number(values.singles ?? (quick ? 50 : 200)),
    incr: Number(values.incr ?? (quick ? 5 : 20)), tmp: fs.mkdtempSync(path.join(os.tmpdir(), 'sync-peer-')),
  };
}

/** The diary of N entries, their edits and the single ones; the same for every adapter and round. */
async function workload(n, { tmp, python, incr, singles, seed }) {
  const file = path.join(tmp, `diary-${n}.jsonl`);
  const words = ['--entries', n, '--edits', EDITED * (incr + 1), '--singles', 2 * singles, '--seed', seed, '--out', file];
  const child = spawn(python, [path.join(HERE, 'workload.py'), ...words.map(String)], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code) throw new Error('workload.py failed');
  const diary = { entry: [], edit: [], single: [] };
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    const one = JSON.parse(line);
    if (one.t === 'meta') diary.meta = one;
    else diary[one.t].push(one.v);
  }
  return diary;
}

/** One adapter's turn: a fresh server, two fresh clients, all that is measured. */
async function turn(adapter, diary, round, options) {
  const dir = fs.mkdtempSync(path.join(options.tmp, `${adapter.name}-`));
  const server = await adapter.start({ dir, deps: options.deps, python: options.python });
  const proxy = round === 0 ? await countingProxy(server.port) : null;
  const base = `http://127.0.0.1:${proxy ? proxy.port : server.port}`;
  const [a, b] = [await adapter.client({ base, dir, role: 'a', deps: options.deps }),
    await adapter.client({ base, dir, role: 'b', deps: options.deps })];
  const note = (op, figures) => emit({ adapter: adapter.name, n: diary.entry.length, round, op, ...figures });
  try {
    if (proxy) await counted(a, b, diary, note, proxy.count);
    else await timed(a, b, diary, note, () => usage(server.pid), options);
  } finally {
    await a.close().catch(() => {});
    await b.close().catch(() => {});
    proxy?.stop();
    await server.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Round 0: how many bytes go each way. */
async function counted(a, b, diary, note, count) {
  const step = async (op, work) => {
    const before = { ...count };
    await work();
    note(op, { bytes_up: count.up - before.up, bytes_down: count.down - before.down });
  };
  await a.put(diary.entry);
  await step('push', () => a.push());
  if (a.settle) await step('settle', () => a.settle());
  await step('pull', async () => all(await b.pull(), diary.entry.length));
  await a.put(diary.edit.slice(0, EDITED));
  await step('incr_push', () => a.push());
  await step('incr_pull', async () => all(await b.pull(), EDITED));
  await step('one', () => a.one(diary.single[0]));
}

/** The later rounds: how long each step takes, and the server's processor time in it. */
async function timed(a, b, diary, note, used, { incr, singles }) {
  const n = diary.entry.length;
  const step = async (op, work) => {
    const [before, began] = [used().cpu, performance.now()];
    await work();
    const ms = performance.now() - began;
    note(op, { ms: rounded(ms), ...(before !== undefined && { server_cpu_ms: used().cpu - before }) });
  };
  const waits = (op, list) => note(op, { p50_ms: rounded(quantile(list, 0.5)), p99_ms: rounded(quantile(list, 0.99)) });
  await a.put(diary.entry);
  await step('push', () => a.push());
  if (a.settle) await step('settle', () => a.settle());
  await step('pull', async () => all(await b.pull(), n));
  const [up, down] = [[], []];
  for (let i = 0; i < incr; i += 1) {
    await a.put(diary.edit.slice(i * EDITED, (i + 1) * EDITED));
    up.push(await lasting(() => a.push()));
    down.push(await lasting(async () => all(await b.pull(), EDITED)));
  }
  waits('incr_push', up);
  waits('incr_pull', down);
  const single = [];
  for (const entry of diary.single.slice(0, singles)) single.push(await lasting(() => a.one(entry)));
  waits('one', single);
  if (a.oneLive) waits('one_live', await a.oneLive(diary.single.slice(singles)));
  if (used().memory) note('server', { peak_mb: rounded(used().memory) });
}

/** @param {() => Promise<any>} work @returns {Promise<number>} milliseconds */
async function lasting(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @param {number} got @param {number} wanted */
function all(got, wanted) {
  if (got !== wanted) throw new Error(`${got} of ${wanted} came`);
}

const options = asked();
try {
  for (const n of options.sizes) {
    const diary = await workload(n, options);
    emit({ workload: n, entry_bytes: diary.meta.entry_bytes, sha256: diary.meta.sha256, node: process.version, cpus: os.cpus().length });
    for (let round = 0; round <= options.rounds; round += 1) {
      for (const adapter of options.adapters) await turn(adapter, diary, round, options);
    }
  }
} finally {
  fs.rmSync(options.tmp, { recursive: true, force: true });
}
