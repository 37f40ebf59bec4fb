import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';

const domain = await import('../../pwa/src/domain/medicine.js');
const sites = await import('../../pwa/src/domain/injection.js');
const session = await import('../../pwa/src/state/session.js');
const state = await import('../../pwa/src/state/medicines.js');
const { vocabulary } = await import('../../pwa/src/state/content.js');
const opened = await import('../../pwa/src/state/opened.js');
const records = await import('../../pwa/src/state/records.js');

test('when a medicine is taken, in words', () => {
  const cases = [
    [{ times: ['08:00', '20:00'] }, 'Every day, 08:00 and 20:00'],
    [{ times: ['19:30'], days: ['fri'] }, 'Fridays, 19:30'],
    [{ times: ['20:00'], days: ['mon', 'wed', 'fri'] }, 'Mondays, Wednesdays and Fridays, 20:00'],
    [{ times: [], days: ['mon', 'tue', 'wed', 'thu', 'fri'] }, 'Mondays to Fridays'],
    [{ times: ['07:00'], days: domain.WEEKDAYS }, 'Every day, 07:00'],
    [{ times: ['20:00'], every_days: 2 }, 'Every other day, 20:00'],
    [{ every_days: 14 }, 'Every 2 weeks'],
    [{ every_days: 10 }, 'Every 10 days'],
    [{ name: 'X' }, 'When needed'],
    [null, 'When needed'],
  ];
  for (const [regimen, words] of cases) assert.equal(domain.rhythmText(regimen), words);
});

test('a regimen is changed whole: sorted, without doubles, one answer to which days', () => {
  const one = domain.regimenWith({ name: 'A', times: ['20:00'] }, { times: ['20:00', '08:00', '20:00'] });
  assert.deepEqual(one.times, ['08:00', '20:00']);
  assert.equal(one.name, 'A');
  assert.deepEqual(Object.keys(one).sort(), ['days', 'dose_text', 'every_days', 'from_on', 'name', 'route', 'times', 'unit_text']);
  const weekly = domain.regimenWith({ every_days: 14, from_on: '2026-11-01' }, { days: ['sun', 'mon'] });
  assert.deepEqual([weekly.days, weekly.every_days, weekly.from_on], [['mon', 'sun'], null, null]);
  assert.deepEqual(domain.regimenWith(weekly, { every_days: 2 }).days, []);
});

test('what is injected at home, and a dose as typed', () => {
  assert.equal(domain.injects({ class: 'interferon_beta' }), true);
  assert.equal(domain.injects({ class: 'disease_modifying', regimen: { route: 'Injection under the skin' } }), true);
  assert.equal(domain.injects({ class: 'botulinum_toxin', regimen: { route: 'into the muscle' } }), false);
  assert.equal(domain.injects({ class: 'painkiller', regimen: { route: 'by mouth' } }), false);
  assert.equal(domain.doseText({ dose_text: '30', unit_text: 'micrograms' }), '30 micrograms');
  assert.equal(domain.medicineTitle({ class: 'bowel', regimen: { name: '' } }, (id) => id), 'bowel');
});

const SITES = [{ id: 'thigh', sides: ['left', 'right'] }, { id: 'upper_arm', sides: ['left', 'right'] }];
const into = (body_site, on) => ({ id: on, body: { body_site, at: `${on}T19:30:00+01:00`, status: 'taken' } });

test('the site that rested longest comes first, and none is put forward that was never used', () => {
  const ids = sites.siteIds(SITES);
  assert.deepEqual(ids, ['thigh_right', 'thigh_left', 'upper_arm_right', 'upper_arm_left']);
  const used = [into('thigh_left', '2026-10-24'), into('thigh_right', '2026-11-14'), into('upper_arm_left', '2026-11-07')];
  const turn = sites.rotation(used, ids, '2026-11-21');
  assert.equal(turn.next.site, 'thigh_left');
  assert.equal(turn.last.site, 'thigh_right');
  assert.deepEqual(turn.order.map(({ site }) => site), ['thigh_left', 'upper_arm_left', 'thigh_right', 'upper_arm_right']);
  assert.equal(sites.restText(turn.next), 'not used for 4 weeks');
  assert.equal(sites.restText(turn.last), 'used 7 days ago');
  assert.equal(sites.rotation([into('thigh_left', '2026-11-14')], ids, '2026-11-21').next, null, 'one site is no rotation');
  assert.equal(sites.rotation([{ body: { body_site: 'thigh_left', status: 'skipped', on: '2026-11-14' } }], ids, '2026-11-21').last, null);
});

test('sites and reactions in words', () => {
  const word = (id) => ({ thigh: 'Thigh', belly: 'Belly' })[id];
  assert.equal(sites.siteLabel('thigh_left', word), 'Left thigh');
  assert.equal(sites.siteLabel('belly', word), 'Belly');
  assert.equal(sites.siteLabel('belly_right', word), 'Belly, right side');
  assert.deepEqual(sites.siteRegion('thigh_right'), { region: 'thigh_front', side: 'right' });
  assert.deepEqual(sites.siteRegion('belly'), { region: 'belly', side: 'middle' });
  assert.equal(sites.siteRegion('elsewhere'), null);
  assert.deepEqual(sites.toggledReaction(['tired'], 'none'), ['none']);
  assert.deepEqual(sites.toggledReaction(['none'], 'tired'), ['tired']);
  assert.deepEqual(sites.toggledReaction(['tired', 'headache'], 'tired'), ['headache']);
});

test('two changes at once both stay in the one regimen', async () => {
  await session.startLocal();
  const id = await state.addMedicine('muscle_relaxant');
  await Promise.all([state.setRegimen(id, { name: 'Baclofen' }), state.setRegimen(id, { times: ['08:00'] })]);
  const { regimen } = state.recordOf(id).body;
  assert.deepEqual([regimen.name, regimen.times], ['Baclofen', ['08:00']]);
  assert.equal(state.titleOf(state.recordOf(id).body), 'Baclofen');
});

test('one tap notes a dose, a second asks, and two at the same moment are one', async () => {
  const medicine = state.medicines.value[0];
  const [first, same] = await Promise.all([state.take(medicine, null), state.take(medicine, null)]);
  assert.equal(first.id, same.id);
  assert.equal(state.doses.value.length, 1);
  const { body } = state.recordOf(first.id);
  assert.equal(body.status, 'taken');
  assert.equal(body.at.slice(0, 10), body.on);
  const second = await state.take(medicine, null);
  assert.equal(second.already.id, first.id);
  assert.equal(state.doses.value.length, 1);
  await state.take(medicine, null, { again: true });
  assert.equal(state.doses.value.length, 2);
  await state.remove(first.id);
  assert.equal(state.doses.value.length, 1);
});

test('left out and later are said without a made-up time', async () => {
  const medicine = state.medicines.value[0];
  const slot = { key: 'k', medicine, on: '2026-11-10', slot: '2026-11-10T08:00', doses: [] };
  for (const [act, status] of [[state.skip(slot), 'skipped'], [state.noteEarlier(slot, 'late'), 'late']]) {
    const { body } = state.recordOf(await act);
    assert.deepEqual([body.status, body.on, body.slot, body.at], [status, '2026-11-10', '2026-11-10T08:00', undefined]);
  }
});

test('a dose of a private medicine is private, whenever and wherever it was noted', async () => {
  const medicine = state.medicines.value[0];
  const open = () => state.doses.value.filter(({ body }) => body.medicine_id === medicine.id && body.private !== true).length;
  assert.ok(open() > 0);
  await state.setPrivate(medicine.id, true);
  assert.equal(open(), 0);
  const { id } = await state.take(medicine, null, { again: true });
  assert.equal(records.recordOf(id).body.private, true);
  // As one that comes from another phone, where the medicine was not private yet.
  await records.add('dose', { medicine_id: medicine.id, status: 'taken', on: '2026-11-20' });
  await state.hideDoses();
  assert.equal(open(), 0);
  await state.setPrivate(medicine.id, false);
  assert.equal(records.recordOf(id).body.private, true, 'what was noted in private stays private');
});

test('a medicine that begins later is in use, a stopped one is not', async () => {
  vocabulary.value = {};
  const id = await state.addMedicine('bowel');
  await state.change(id, { started_on: '2999-01-01' });
  assert.ok(state.inUseNow.value.some((one) => one.id === id));
  await state.change(id, { stopped_on: state.today.value });
  assert.ok(state.stopped.value.some((one) => one.id === id));
  assert.ok(!state.inUseNow.value.some((one) => one.id === id));
  await state.remove(id);
  await state.setRegimen(id, { name: 'still being typed' });
  assert.equal(state.recordOf(id).deleted, true);
});

test('doses of long ago become private too, and their sites count', async () => {
  vocabulary.value = { body_sites: SITES };
  const id = await state.addMedicine('interferon_beta');
  const old = [];
  for (const [body_site, on] of [['thigh_left', '2020-01-03'], ['thigh_right', '2020-01-10']]) {
    old.push(await records.add('dose', { medicine_id: id, body_site, status: 'taken', on, at: `${on}T19:30:00+01:00`, tz: 'Europe/Zurich' }));
  }
  const { space } = session.session.value;
  opened.close();
  await opened.open(space);
  assert.equal(state.recordOf(old[0]), null, 'not at hand');
  await state.bringSites();
  assert.equal(state.sitesNow().next.site, 'thigh_left');
  await state.setPrivate(id, true);
  for (const one of old) assert.equal((await records.bring(one)).body.private, true);
});
