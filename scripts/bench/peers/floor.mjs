/**
 * The least that could be called durable over HTTP: entries as text in an append-only file, one fdatasync a
 * request. No account, no validation, no query, no conflict, no idempotency.
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chunks, forked, httpClient, serveWhereAsked } from './http.mjs';

const SELF = fileURLToPath(import.meta.url);
const BATCH = 1000;

async function serve({ dir }) {
  const rows = [];
  const places = new Map();
  const file = fs.openSync(path.join(dir, 'log.jsonl'), 'a');
  const take = (text) => {
    let out = '';
    for (const entry of JSON.parse(text)) {
      const row = JSON.stringify(entry);
      if (places.has(entry.id)) rows[places.get(entry.id)] = null;
      places.set(entry.id, rows.push(row) - 1);
      out += `${row}\n`;
    }
    fs.writeSync(file, out);
    fs.fdatasyncSync(file);
    return JSON.stringify({ seq: rows.length });
  };
  const page = (since) => {
    const found = [];
    let at = since;
    for (; at < rows.length && found.length < BATCH; at += 1) if (rows[at] !== null) found.push(rows[at]);
    return `{"seq":${at},"more":${at < rows.length},"rows":[${found.join(',')}]}`;
  };
  return http.createServer((request, response) => {
    if (request.method !== 'POST') {
      response.end(page(Number(new URL(request.url, 'http://x').searchParams.get('since'))));
      return;
    }
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => response.end(take(Buffer.concat(parts).toString())));
  }).listen(0, '127.0.0.1');
}

export const floor = {
  name: 'floor',
  start: ({ dir }) => forked(SELF, { dir }),
  async client({ base }) {
    const wire = httpClient(base);
    let unsent = [];
    let since = 0;
    return {
      async put(entries) { unsent.push(...entries); },
      async push() {
        for (const part of chunks(unsent, BATCH)) await wire.json('POST', '/push', part);
        unsent = [];
      },
      async pull() {
        for (let count = 0; ;) {
          const page = await wire.json('GET', `/pull?since=${since}`);
          count += page.rows.length;
          since = page.seq;
          if (!page.more) return count;
        }
      },
      one: (entry) => wire.json('POST', '/push', [entry]),
      async close() { wire.close(); },
    };
  },
};

if (process.argv[1] === SELF) await serveWhereAsked(serve);
