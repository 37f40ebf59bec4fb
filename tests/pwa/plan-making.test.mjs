import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ModelAccounts } from './model-accounts.mjs';

const { close, caughtUp } = await import('../../pwa/src/state/opened.js');
const { remember } = await import('../../pwa/src/data/device.js');
const { begin, register, session, startLocal } = await import('../../pwa/src/state/session.js');
const { logSymptom } = await import('../../pwa/src/state/diary.js');
const { ofKind } = await import('../../pwa/src/state/records.js');
const { setProfile } = await import('../../pwa/src/state/profile.js');
const { syncNow } = await import('../../pwa/src/state/sync.js');
const { today } = await import('../../pwa/src/state/today.js');
const { draftsKept } = await import('../../pwa/src/state/drafts.js');
const { forgetWanted, makePlan, planRefused, planWanted } = await import('../../pwa/src/state/plan-making.js');

const ANNA = { email: 'anna@example.org', password: 'a long sentence', display_name: 'Anna' };
const refuses = (status, code, details = {}) => new Response(JSON.stringify({ error: { code, message: code, details } }), { status, headers: { 'content-type': 'application/json' } });
const day = (ahead) => new Date(Date.parse(`${today.peek()}T12:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);

/** Accounts that also make plans: one record per id, and a second time the same answer. */
class WithPlans extends ModelAccounts {
  /** Bodies that were asked for, and what to refuse them with. */
  wishes = [];
  refusal = null;
  /** The answer to a plan is lost, though the server made it. */
  loses = false;
  /** What the server had when it was asked. */
  had = [];

  serve(path, body, method) {
    if (path !== 'plans') return super.serve(path, body, method);
    const { space, account } = this.signedIn;
    this.wishes.push(body);
    this.had.push(this.records(space).filter(({ kind }) => kind === 'symptom').length);
    if (this.refusal) return this.refusal();
    const { id, start_on: started_on, weeks } = body;
    if (!this.server.state.spaces[space].records[id]) {
      const set = { template: 'T04', started_on, weeks, reason: ['PLAN-04'] };
      this.server.apply(account.id, { op: crypto.randomUUID(), space, id, kind: 'plan', t: 'put', sv: 1, set, was: {}, n: 0 });
    }
    if (this.loses) throw new TypeError('no network');
    return new Response(JSON.stringify({ id }), { headers: { 'content-type': 'application/json' } });
  }
}

let world;

/** What a start of the app knows: nothing but what is stored. */
async function restart(changes) {
  close();
  session.value = { mode: 'loading', space: null, account: null };
  if (changes) await remember(changes);
  await begin();
  await caughtUp();
  await draftsKept();
}

/** Until nothing more happens by itself. */
async function settled() {
  for (let i = 0; i < 8; i += 1) {
    await caughtUp();
    await draftsKept();
    await new Promise((done) => { setTimeout(done, 5); });
  }
}

async function synced() {
  await syncNow();
  await settled();
}

beforeEach(async () => {
  await settled();
  world = new WithPlans();
  await restart({ current: null, kept: [], moving: null, moved: null, leaving: null, asking: false, pending_logout: false, pending_wiped: false, removed: null });
});

const plans = () => ofKind('plan').map(({ id }) => id);

test('a plan is asked for once, after what waited was sent, and comes to the phone', async () => {
  await register(ANNA);
  await logSymptom({ severity_nrs: 4 });
  await makePlan({ start_on: day(0) });
  assert.equal(world.wishes.length, 1);
  assert.deepEqual(world.had, [1], 'the entry was there first');
  assert.deepEqual({ ...world.wishes[0], id: '' }, { id: '', start_on: day(0), weeks: 2, template: null });
  assert.deepEqual(plans(), [world.wishes[0].id]);
  assert.equal(planWanted.value, null);
  await synced();
  assert.equal(world.wishes.length, 1);
});

test('offline it stays wanted, and is asked for after the next sync, under the same id', async () => {
  await register(ANNA);
  await synced();
  world.cut = 'before';
  await makePlan({ start_on: day(0) });
  const { id } = planWanted.value;
  assert.deepEqual(plans(), []);
  world.cut = '';
  await synced();
  assert.deepEqual(plans(), [id]);
  assert.equal(planWanted.value, null);
});

test('an entry that cannot be sent yet keeps the plan waiting', async () => {
  await register(ANNA);
  await synced();
  world.cut = 'before';
  await logSymptom({ severity_nrs: 4 });
  await makePlan({ start_on: day(0) });
  assert.equal(world.wishes.length, 0);
  world.cut = '';
  await synced();
  assert.deepEqual(world.had, [1]);
  assert.equal(plans().length, 1);
});

test('killed between request and answer there is one plan and nothing more to want', async () => {
  await register(ANNA);
  await synced();
  world.loses = true;
  await makePlan({ start_on: day(0) });
  const { id } = planWanted.value;
  await restart();
  assert.equal(planWanted.value?.id, id, 'it outlives the app');
  world.loses = false;
  await synced();
  await synced();
  assert.deepEqual(plans(), [id]);
  assert.equal(planWanted.value, null);
  assert.ok(world.wishes.every((one) => one.id === id));
});

test('a lost answer that is asked for again by hand has the same id; another wish has another', async () => {
  await register(ANNA);
  world.loses = true;
  await makePlan({ start_on: day(0) });
  await makePlan({ start_on: day(0) });
  assert.equal(new Set(world.wishes.map(({ id }) => id)).size, 1);
  world.cut = 'before';
  await makePlan({ start_on: day(0), template: 'T09' });
  assert.notEqual(planWanted.value?.id, world.wishes[0].id);
  forgetWanted();
});

test('a refusal is kept with its reason and not asked again by itself', async () => {
  await register(ANNA);
  world.refusal = () => refuses(409, 'plan_paused', { because: ['gate-preg'] });
  await makePlan({ start_on: day(0) });
  await synced();
  await synced();
  assert.equal(world.wishes.length, 1);
  assert.deepEqual(planRefused.value, { code: 'plan_paused', because: ['gate-preg'] });
  await restart();
  assert.deepEqual(planRefused.value, { code: 'plan_paused', because: ['gate-preg'] });
  world.refusal = null;
  await makePlan({ start_on: day(0) });
  assert.equal(plans().length, 1);
  assert.equal(planWanted.value, null);
});

test('a busy server is not pressed, and is asked again after a later sync', async () => {
  await register(ANNA);
  await synced();
  world.refusal = () => refuses(503, 'busy');
  await makePlan({ start_on: day(0) });
  await settled();
  assert.equal(world.wishes.length, 1);
  assert.equal(planRefused.value, null);
  world.refusal = null;
  await synced();
  assert.equal(plans().length, 1);
});

test('one that waited past its first day begins today', async () => {
  await register(ANNA);
  await synced();
  world.cut = 'before';
  await makePlan({ start_on: day(0) });
  const now = today.value;
  today.value = day(3);
  world.cut = '';
  await synced();
  assert.deepEqual(world.wishes.map(({ start_on }) => start_on), [today.value]);
  today.value = now;
});

test('a plan that nears its end is followed by one from tomorrow, asked for once a day, and only when mobility was said', async () => {
  await register(ANNA);
  await synced();
  await makePlan({ start_on: day(0), weeks: 1 });
  await synced();
  assert.equal(world.wishes.length, 1, 'nothing was said of how they get about');
  await setProfile({ mobility: 'walker' });
  await synced();
  assert.equal(world.wishes.length, 2);
  assert.deepEqual({ ...world.wishes[1], id: '' }, { id: '', start_on: day(1), weeks: 2, template: null });
  await synced();
  await synced();
  assert.equal(world.wishes.length, 2, 'the next one is there');
  const now = today.value;
  today.value = day(8);
  await synced();
  assert.equal(world.wishes.length, 3, 'six days are left');
  today.value = now;
});

test('with more than a week left nothing is renewed, and a refusal is not pressed on the same day', async () => {
  await register(ANNA);
  await setProfile({ mobility: 'walker' });
  await makePlan({ start_on: day(0), weeks: 2 });
  await synced();
  assert.equal(world.wishes.length, 1);
  const now = today.value;
  today.value = day(9);
  world.refusal = () => refuses(409, 'plan_paused', { because: [] });
  await synced();
  await synced();
  assert.equal(world.wishes.length, 2);
  forgetWanted();
  await synced();
  assert.equal(world.wishes.length, 2);
  today.value = now;
});

test('without an account nothing is asked', async () => {
  await startLocal();
  await assert.rejects(makePlan({ start_on: day(0) }), { code: 'no_account' });
  assert.equal(planWanted.value, null);
});
