import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import './local-storage.mjs';

const { draft } = await import('../../pwa/src/state/drafts.js');
const { made, makeReport } = await import('../../pwa/src/state/report.js');
const { open } = await import('../../pwa/src/state/opened.js');
const { session } = await import('../../pwa/src/state/session.js');
const [ANNA, BEN] = [1, 2].map((n) => `${n}1111111-1111-4111-8111-111111111111`);
const PATTERNS = [{ id: 'patterns', title: 'Patterns seen', blocks: [
  { t: 'list', id: 'patterns.list', title: '', rows: [{ id: 'pattern.heat', cells: ['Hot days hurt more.', ''] }], empty: '' }] }];

const enter = async (space) => {
  await open(space);
  session.value = { mode: 'account', space, account: { id: space, email: '', display_name: '' } };
};

/** What the server says once it is let. */
const answering = () => {
  let go = () => {};
  const asked = new Promise((begun) => {
    globalThis.fetch = async () => {
      begun();
      await new Promise((done) => { go = done; });
      return new Response(JSON.stringify({ made_on: '2026-11-22', to: '2026-11-22', sections: PATTERNS }), { headers: { 'content-type': 'application/json' } });
    };
  });
  return { asked, answer: () => go() };
};

test('what the server looked for is kept with the diary', async () => {
  await enter(ANNA);
  const { asked, answer } = answering();
  const making = makeReport();
  await asked;
  answer();
  await making;
  assert.equal(made.value.step, 'made');
  assert.ok(draft('report_patterns').value);
});

test('a report that comes when another diary has been opened is neither shown nor kept there', async () => {
  await enter(ANNA);
  const { asked, answer } = answering();
  const making = makeReport();
  await asked;
  await enter(BEN);
  answer();
  await making;
  assert.deepEqual([made.value.step, draft('report_patterns').value], ['making', null]);
});
