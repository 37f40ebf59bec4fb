/** Run in a page of the app's origin: the storage as its first version made it, with entries that were never sent. */
async () => {
  const space = '0190a1b2-0000-7000-8000-000000000001';
  const opened = (name, version, grow) => new Promise((done, no) => {
    const ask = indexedDB.open(name, version);
    ask.onupgradeneeded = () => grow(ask.result);
    ask.onsuccess = () => done(ask.result);
    ask.onerror = () => no(ask.error);
  });
  const stores = { rec: [['space', 'id'], ['space', 'kind', 'local'], ['space', 'gen']], sent: ['op', ['space', 'n']],
    marks: [['space', 'mark'], 'space'], spaces: ['space'], parked: [['space', 'id'], 'kind'], losers: ['op', ['space', 'id']], meta: ['k'],
    drafts: ['name'] };
  const named = (path) => (Array.isArray(path) ? `[${path.join('+')}]` : path);
  const db = await opened(`limber-${space}`, 10, (made) => {
    for (const [name, [key, ...indexes]] of Object.entries(stores)) {
      const store = made.createObjectStore(name, { keyPath: key });
      for (const path of indexes) store.createIndex(named(path), path);
    }
    const ops = made.createObjectStore('ops', { keyPath: 'n', autoIncrement: true });
    ops.createIndex('op', 'op', { unique: true });
    ops.createIndex('[space+id]', ['space', 'id']);
    ops.createIndex('state', 'state');
  });
  const work = db.transaction(['ops'], 'readwrite');
  for (let i = 0; i < 700; i += 1) {
    const at = new Date(Date.now() - i * 86_400_000).toISOString().replace(/\.\d+Z/, '+00:00');
    const n = String(i).padStart(12, '0');
    work.objectStore('ops').add({ op: `0190a1b2-0000-7000-9000-${n}`, space, id: `0190a1b2-0000-7000-8000-1${n.slice(1)}`, kind: 'symptom', sv: 1,
      t: 'put', was: {}, set: { at, on: at.slice(0, 10), tz: 'UTC', symptom: 'pain', severity_nrs: i % 10 + 1 }, made_at: at, made_tz: 'UTC',
      state: 'queued' });
  }
  await new Promise((done) => { work.oncomplete = done; });
  db.close();
  const device = await opened('limber-device', 10, (made) => made.createObjectStore('meta', { keyPath: 'k' }));
  const put = device.transaction('meta', 'readwrite');
  put.objectStore('meta').put({ k: 'current', v: { space, mode: 'local', account: null } });
  await new Promise((done) => { put.oncomplete = done; });
  device.close();
}
