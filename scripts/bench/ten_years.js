/**
 * Run in the app's own page: fills the open diary with ten years, through the app's own storage. Ten entries a day
 * and the strip of the day; the same on every run. `as`: 'ops' for a diary without an account, 'rows' for one that
 * the server has. Answers how many records there are.
 */
async ({ days, each, today, as }) => {
  const { mustBeOpen } = await import('/pwa/src/state/opened.js');
  const { rebuild } = await import('/pwa/src/data/projection.js');
  const { sharedId, uuid7 } = await import('/pwa/src/domain/ids.js');
  const { db, space } = mustBeOpen();
  let state = 7;
  const roll = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[roll(list.length)];
  const id = (ms) => uuid7(ms, Uint8Array.from({ length: 10 }, () => roll(256)));
  const NOTES = ['Slept badly, legs like lead', 'After the long walk to the station', 'Better with a cool drink', 'Né avec un café', 'Burning under the foot again',
    'Sat too long at the desk', 'Quiet day with Daniel'];
  const start = Date.parse(`${today}T07:00:00Z`);
  let count = 0;
  for (let day = days - 1; day >= 0; day -= 1) {
    const on = new Date(start - day * 86_400_000).toISOString().slice(0, 10);
    const made = [];
    for (let i = 0; i < each; i += 1) {
      const ms = start - day * 86_400_000 + i * 3_600_000;
      const set = { at: new Date(ms).toISOString().replace(/\.\d+Z/, '+00:00'), on, tz: 'Europe/Zurich', symptom: roll(6) ? 'pain' : 'spasms', severity_nrs: roll(11),
        regions: [{ region: pick(['hip', 'knee', 'foot', 'lower_back', 'calf', 'shoulder']), side: pick(['left', 'right']) }],
        words: [pick(['aching', 'burning', 'stabbing', 'tingling'])], ...(roll(4) ? {} : { note: pick(NOTES) }), ...(roll(40) ? {} : { private: true }) };
      made.push({ id: id(ms), kind: 'symptom', ms, set });
    }
    const ms = start - day * 86_400_000;
    made.push({ id: sharedId(space, 'daily', { on }), kind: 'daily', ms, set: { on, energy: pick(['usual', 'low', 'very_low']), sleep_hours: 4 + roll(10) / 2 } });
    count += made.length;
    await store(made);
  }
  await db.transaction('rw', [db.rec, db.ops, db.shown, db.outline, db.meta], async () => rebuild(db));
  return count;

  async function store(made) {
    if (as === 'ops') {
      await db.ops.bulkAdd(made.map(({ id: record, kind, ms, set }) => ({ op: id(ms), space, id: record, kind, sv: 1, t: 'put',
        was: Object.fromEntries(Object.keys(set).map((field) => [field, null])), set, made_at: new Date(ms).toISOString().replace(/\.\d+Z/, '+00:00'), made_tz: 'Europe/Zurich', state: 'queued' })));
    } else {
      await db.rec.bulkPut(made.map(({ id: record, kind, ms, set }) => {
        const op = id(ms);
        return { space, id: record, kind, local: set.on, gen: 1, row: { id: record, kind, sv: 1, body: set, fop: Object.fromEntries(Object.keys(set).map((field) => [field, op])), cur_op: op, deleted: false, conf: [], lost: [], author: null } };
      }));
    }
  }
}
