/** Rows of which two versions are kept, as a server sends them, and an entry the server did not take. */
async () => {
  const { mustBeOpen } = await import('/pwa/src/state/opened.js');
  const { syncStore } = await import('/pwa/src/data/store.js');
  const { newRecordId, randomId } = await import('/pwa/src/data/chance.js');
  const { reproject } = await import('/pwa/src/data/reproject.js');
  const { announceChange } = await import('/pwa/src/data/changes.js');
  const { add, bring } = await import('/pwa/src/state/records.js');
  const { nowParts } = await import('/pwa/src/domain/time.js');
  const { db, space } = mustBeOpen();
  const me = { account: 'somebody', name: 'Daniel' };
  const row = (kind, body, lost = []) => {
    const op = randomId();
    return { id: newRecordId(), kind, sv: 1, body, fop: Object.fromEntries(Object.keys(body).map((name) => [name, op])),
      cur_op: op, deleted: false, conf: lost.map((one) => one.op), lost, author: me };
  };
  const loser = (set, more = {}) => ({ op: randomId(), by: me, made_at: nowParts().at, set, ...more });
  const entry = { symptom: 'pain', severity_nrs: 6, note: 'After a long drive', ...nowParts() };
  const regimen = { name: 'Baclofen', dose_text: '10', unit_text: 'mg', times: ['08:00'], days: [], route: 'By mouth' };
  const rows = {
    many: row('symptom', entry, [loser({ severity_nrs: 3, note: 'On the stairs' }), loser({ severity_nrs: 8 })]),
    dose: row('medicine', { class: 'muscle_relaxant', regimen }, [loser({ regimen: { ...regimen, dose_text: '20' } })]),
    gone: row('symptom', entry, [loser({}, { t: 'del' })]),
    early: row('symptom', { ...entry, at: '1970-01-01T01:00:00+01:00', on: '1970-01-01' }),
  };
  await syncStore(db).putRows(space, 1, Object.values(rows));
  // At rest in the outbox, so that no exchange on its way changes it again.
  const refused = await add('symptom', { symptom: 'pain', severity_nrs: 4, note: 'Not taken', ...nowParts() });
  await db.ops.where('[space+id]').equals([space, refused]).modify({ state: 'blocked', code: 'validation' });
  // The function itself must be async: Dexie then follows the awaits inside it.
  await db.transaction('rw', db.tables, async () => { await reproject(db, [[space, refused]]); });
  announceChange({ space, ids: [refused] });
  const ids = Object.fromEntries(Object.entries(rows).map(([name, { id }]) => [name, id]));
  await Promise.all(Object.values(ids).map(bring));
  return ids;
}
