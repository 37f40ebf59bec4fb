/**
 * Phones with the app's own storage and sync core, told what to do by lines of JSON on stdin. Every request they
 * make goes out on stdout and waits for its answer; the one who reads decides whether, when and how often it comes.
 */
import { createInterface } from 'node:readline';

let now = 0;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length > 0) super(...parts);
    else super(now);
  }

  static now() {
    return now;
  }
};

let seed = 1;
crypto.getRandomValues = (bytes) => {
  for (let i = 0; i < bytes.length; i += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = seed >>> 24;
  }
  return bytes;
};
// Nobody else listens here.
globalThis.BroadcastChannel = undefined;

await import('../pwa/fresh-storage.mjs');
const { diaryDatabase } = await import('../../pwa/src/data/database.js');
const { syncStore } = await import('../../pwa/src/data/store.js');
const { packedBetween } = await import('../../pwa/src/data/packs.js');
const { save } = await import('../../pwa/src/data/records.js');
const { KINDS } = await import('../../pwa/src/domain/kinds.js');
const { shown } = await import('../../pwa/src/domain/overlay.js');
const { PACK_ALL, rowsIn } = await import('../pwa/stored-rows.mjs');
const { createSync } = await import('../../pwa/src/sync/exchange.js');

let made = 0;
const phones = new Map();
const calls = new Map();

/** A page of the app: its own core over the phone's storage. Each call it makes is an event for the reader. */
function page(phone) {
  const tab = tabOf();
  const storage = syncStore(phone.db, phone.packing);
  let storing = 0;
  const store = { ...storage, atomically: (work) => {
    storing += 1;
    return storage.atomically(work).finally(() => { storing -= 1; });
  } };
  const send = (path) => (body) => new Promise((answer, refuse) => {
    const no = (made += 1);
    calls.set(no, { tab, answer, refuse });
    // What it asks for while it stores something is heard of after that.
    const told = () => (storing > 0 ? setImmediate(told) : tab.tell({ call: { no, path, body } }));
    setImmediate(told);
  });
  const core = createSync({
    store, transport: { push: send('push'), pull: send('pull') }, clock: () => new Date(),
    random: () => 0.5, who: { account: phone.account, space: phone.own }, kinds: phone.kinds,
  });
  return { tab, core };
}

/** What a page tells waits here until somebody asks. */
function tabOf() {
  const [told, asking] = [[], []];
  return {
    tell(event) {
      if (asking.length > 0) asking.shift()(event);
      else told.push(event);
    },
    next: () => new Promise((resolve) => {
      if (told.length > 0) resolve(told.shift());
      else asking.push(resolve);
    }),
  };
}

/** What a page does next: one more call, or its end. */
function next(tab, act) {
  const event = tab.next();
  act();
  return event;
}

/** Takes the call out of those that wait. */
function taken(no) {
  const call = calls.get(no);
  calls.delete(no);
  return call;
}

const acts = {
  make({ phone, account, own, space }) {
    const db = diaryDatabase(`simulated-${(made += 1)}`);
    // Every other phone packs whatever it can.
    const packing = made % 2 === 0 ? PACK_ALL : undefined;
    phones.set(phone, { db, account, own, space, kinds: KINDS, packing });
  },
  async end() {
    for (const { db } of phones.values()) await db.delete();
    phones.clear();
    calls.clear();
    seed = 1;
  },
  kinds({ phone, without }) {
    phones.get(phone).kinds = new Set([...KINDS].filter((kind) => !without.includes(kind)));
  },
  /** The app starts anew: what was parked comes in with the first sync, so one begins and is cut at once. */
  async unpark({ phone }) {
    const { tab, core } = page(phones.get(phone));
    const event = await next(tab, () => { core.run().then((end) => tab.tell({ end }), (error) => tab.tell({ broke: error.stack })); });
    if (event.call) await next(tab, () => taken(event.call.no).refuse(Object.assign(new Error('cut'), { code: 'offline' })));
  },
  async save({ phone, edit }) {
    const { db, space } = phones.get(phone);
    return save(db, { space, ...edit });
  },
  async retry({ phone }) {
    const { db } = phones.get(phone);
    const store = syncStore(db);
    await store.putOps((await store.blocked()).map(({ code: _code, ...op }) => ({ ...op, state: 'queued' })));
  },
  begin({ phone }) {
    const { tab, core } = page(phones.get(phone));
    return next(tab, () => { core.run().then((end) => tab.tell({ end }), (error) => tab.tell({ broke: error.stack })); });
  },
  answer({ call, answer }) {
    const waits = taken(call);
    return waits ? next(waits.tab, () => waits.answer(answer)) : { end: null };
  },
  fail({ call }) {
    const waits = taken(call);
    return waits ? next(waits.tab, () => waits.refuse(Object.assign(new Error('cut'), { code: 'offline' }))) : { end: null };
  },
  async look({ phone }) {
    const { db, space } = phones.get(phone);
    const its = (table) => table.where('[space+id]').between([space, ''], [space, '\uffff']).toArray();
    const [loose, rows, parked, losers, ops, place] = await Promise.all([
      its(db.shown), rowsIn(db).then((all) => all.filter((one) => one.space === space)), its(db.parked), its(db.losers), db.ops.orderBy('n').toArray(), db.spaces.get(space)]);
    const mine = ops.filter((op) => op.space === space);
    const packed = await packedBetween(db, space, '', '\uffff');
    const screen = [...loose, ...packed.map((rec) => ({ id: rec.id, rec }))];
    for (const { id, rec } of screen) {
      const again = shown(rows.find((row) => row.id === id)?.row, mine.filter((op) => op.id === id));
      if (JSON.stringify(again) !== JSON.stringify(rec)) throw new Error(`kept for the screen: ${JSON.stringify(rec)}, made of rows and ops: ${JSON.stringify(again)}`);
    }
    return { screen: screen.map(({ rec }) => rec), rows: rows.map(({ row }) => row), parked: parked.map(({ row }) => row), losers, ops: mine, here: Boolean(place) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  now = asked.now;
  let told;
  try {
    told = { told: (await acts[asked.act](asked)) ?? null };
  } catch (error) {
    told = { broke: error.stack };
  }
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
