import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import './local-storage.mjs';

const { withoutLines, chooseWithoutLines } = await import('../../pwa/src/state/without-lines.js');
const { draft, draftsKept } = await import('../../pwa/src/state/drafts.js');
const { put, theOne } = await import('../../pwa/src/state/records.js');
const { close, mustBeOpen, open } = await import('../../pwa/src/state/opened.js');
const [ANNA, BEN, CARA] = [1, 2, 3].map((n) => `${n}1111111-1111-4111-8111-111111111111`);
const saved = () => theOne('preference')?.body;
const until = async (there) => { while (!there()) await new Promise((done) => { setTimeout(done, 5); }); };

test('the choice is the person\'s, at once and in the record', async () => {
  await open(ANNA);
  assert.equal(withoutLines.value, false);
  const storing = chooseWithoutLines(true);
  assert.equal(withoutLines.value, true, 'before it is stored');
  await storing;
  assert.equal(saved().no_falling_lines, true);
  await put('preference', {}, { no_falling_lines: false });
  assert.equal(withoutLines.value, false, 'taken back on another phone');
  close();
});

test('a mark of before is moved to the record, and is gone', async () => {
  await open(BEN);
  draft('trends_without_lines').value = true;
  assert.equal(withoutLines.value, true);
  await until(() => saved()?.no_falling_lines === true && draft('trends_without_lines').value === null);
  assert.equal(withoutLines.value, true);
  await draftsKept();
  assert.equal(await mustBeOpen().db.drafts.count(), 0);
  close();
});

test('what was said since is newer than the mark of before', async () => {
  await open(CARA);
  await chooseWithoutLines(false);
  draft('trends_without_lines').value = true;
  await until(() => draft('trends_without_lines').value === null);
  assert.equal(withoutLines.value, false);
  assert.equal(saved().no_falling_lines, false);
  close();
});
