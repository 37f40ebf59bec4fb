import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ModelAccounts } from './model-accounts.mjs';

const { close, mustBeOpen } = await import('../../pwa/src/state/opened.js');
const { remember } = await import('../../pwa/src/data/device.js');
const { begin, session, startLocal } = await import('../../pwa/src/state/session.js');
const { draftsKept } = await import('../../pwa/src/state/drafts.js');
const { setShownFor, shownFor } = await import('../../pwa/src/state/hands-on.js');
const { forgetCheck, helperCheck, toggleStrain } = await import('../../pwa/src/state/helper-check.js');

beforeEach(async () => {
  new ModelAccounts();
  close();
  session.value = { mode: 'loading', space: null, account: null };
  await remember({ current: null, kept: [], moving: null, moved: null, leaving: null, asking: false, pending_logout: false, pending_wiped: false });
  await begin();
  await startLocal();
});

const chosen = () => helperCheck.value?.chosen ?? null;
const ops = async () => mustBeOpen().db.ops.count();
const names = async () => (await mustBeOpen().db.drafts.toArray()).map(({ name }) => name);

test('answers go in and out, and “I am all right” stands alone', () => {
  toggleStrain('tired');
  toggleStrain('break');
  assert.deepEqual(chosen(), ['tired', 'break']);
  toggleStrain('tired');
  assert.deepEqual(chosen(), ['break']);
  toggleStrain('all_right');
  assert.deepEqual(chosen(), ['all_right']);
  toggleStrain('back');
  assert.deepEqual(chosen(), ['back']);
  toggleStrain('back');
  assert.equal(chosen(), null);
});

test('how a helper is makes no record and no op, and taken away nothing of it is left', async () => {
  toggleStrain('tired');
  await draftsKept();
  assert.deepEqual([await ops(), await names()], [0, ['helper-check']]);
  forgetCheck();
  await draftsKept();
  assert.deepEqual([await ops(), await names()], [0, []]);
});

test('hands-on help is opened for one person and not for the next', async () => {
  setShownFor('rosa', true);
  assert.deepEqual([shownFor('rosa'), shownFor('emil')], [true, false]);
  setShownFor('emil', true);
  setShownFor('rosa', false);
  assert.deepEqual([shownFor('rosa'), shownFor('emil')], [false, true]);
  setShownFor('emil', false);
  await draftsKept();
  assert.deepEqual([await ops(), await names()], [0, []]);
});
