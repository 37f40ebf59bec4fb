/**
 * A small model of the server's side of the protocol: one counter per space, a fresh tag per number, ops
 * answered one by one, merging per field, views with their own id. It can be copied and put back, like a backup.
 */

let drawn = 0;
const draw = () => `t${(drawn += 1)}`;

export class ModelServer {
  /** What every answer says beside its rows, and how many rows a page has. */
  frame = {};
  limit = 3;
  /** Kinds it takes; null for all. @type {Record<string, number> | null} */
  kinds = null;
  minProto = 1;
  /** Which device each session spoke for last. */
  sessions = {};

  constructor() {
    this.state = { spaces: {} };
  }

  /** @param {string} space @param {string} owner */
  addSpace(space, owner) {
    this.state.spaces[space] = { owner, head: 0, changes: [], records: {}, grants: {}, ended: {} };
  }

  /** @param {string[] | null} [kinds] - what may be seen and written; null for all */
  grant(space, account, name = 'Anna', kinds = null) {
    this.state.spaces[space].grants[account] = { view: draw(), name, kinds };
  }

  revoke(space, account) {
    const { grants, ended } = this.state.spaces[space];
    ended[account] = grants[account];
    delete grants[account];
  }

  /** An account is deleted with all of its space. */
  removeSpace(space) {
    delete this.state.spaces[space];
  }

  backup() {
    return structuredClone(this.state);
  }

  restore(copy) {
    this.state = structuredClone(copy);
  }

  /** What any request is answered before it is looked at. */
  greet({ proto, device }, session) {
    if (proto < this.minProto) throw Object.assign(new Error('old'), { code: 'update_needed', status: 426 });
    const before = this.sessions[session];
    if (session) this.sessions[session] = device;
    const previous = before && before !== device ? { previous: { device: before, last_received_at: '2026-11-20T08:00:00.000Z' } } : {};
    return { ...this.frame, ...(this.kinds ? { kinds: this.kinds } : {}), ...previous };
  }

  push({ account, ops, marks = {}, pull, ...greeting }, session) {
    const frame = this.greet(greeting, session);
    const lost = [];
    const confirmed = {};
    this.judge(marks, lost, confirmed);
    const results = [];
    const newest = {};
    for (const op of ops) {
      if (lost.includes(op.space)) continue;
      const result = this.apply(account, op);
      results.push(result);
      const seq = this.known(op)?.seq;
      if (seq) newest[op.space] = Math.max(newest[op.space] ?? 0, seq);
    }
    const sealed = Object.fromEntries(Object.entries(newest).map(([space, seq]) => [space, this.mark(space, seq)]));
    return { ...frame, results, lost, confirmed, marks: sealed, ...(pull ? { pull: this.pull({ account, ...pull }) } : {}) };
  }

  pull({ account, spaces, limit: most = this.limit, ...greeting }, session) {
    const limit = Math.min(most, this.limit);
    const frame = this.greet(greeting, session);
    const lost = [];
    const confirmed = {};
    const mine = Object.fromEntries(Object.entries(this.state.spaces).flatMap(([id, space]) => {
      if (space.owner === account) return [[id, { role: 'owner', name: 'me', view: `own-${id}`, read: [], write: [], until: null }]];
      const grant = space.grants[account];
      return grant ? [[id, { role: 'caregiver', name: grant.name, view: grant.view, read: ['symptoms'], write: [], until: null }]] : [];
    }));
    const asked = Object.entries(spaces).filter(([id]) => mine[id]);
    this.judge(Object.fromEntries(asked.map(([id, { marks }]) => [id, marks])), lost, confirmed);
    const pages = {};
    const marks = {};
    for (const [id, { cursor }] of asked) {
      if (lost.includes(id)) continue;
      pages[id] = this.page(id, mine[id].view, cursor, limit, this.state.spaces[id].grants[account]?.kinds);
      if (pages[id].seq) marks[id] = this.mark(id, pages[id].seq);
      delete pages[id].seq;
    }
    return { ...frame, mine, lost, marks, confirmed, spaces: pages };
  }

  page(id, view, cursor, limit, kinds) {
    const space = this.state.spaces[id];
    const [seenView, seq, tag] = cursor?.split('|') ?? [view, '0', ''];
    const from = Number(seq);
    if (seenView !== view || (from > 0 && this.tag(id, from) !== tag)) return { reset: true, view };
    const later = Object.values(space.records).filter((record) => record.seq > from && (!kinds || kinds.includes(record.kind))).sort((a, b) => a.seq - b.seq);
    const rows = later.slice(0, limit);
    const more = later.length > limit;
    const at = more ? rows.at(-1).seq : space.head;
    return {
      view, more, seq: at, cursor: `${view}|${at}|${at ? this.tag(id, at) : ''}`,
      rows: rows.map(({ seq: _seq, ...row }) => structuredClone({ ...row, fop: short(row) })),
    };
  }

  apply(account, op) {
    const space = this.state.spaces[op.space];
    const text = JSON.stringify({ ...op, n: 0 });
    const known = this.known(op);
    const granted = (one) => one && (!one.kinds || one.kinds.includes(op.kind));
    if (!known && (!space || (space.owner !== account && !granted(space.grants[account])))) {
      if (!granted(space?.ended[account])) return { op: op.op, s: 'rejected', code: 'no_right' };
      this.keep(space, op, text, { held: account });
      return { op: op.op, s: 'held' };
    }
    if (known) return { op: op.op, s: known.text === text ? 'dup' : 'rejected', ...(known.text === text ? {} : { code: 'op_reused' }) };
    if (this.kinds && !(this.kinds[op.kind] >= op.sv)) return { op: op.op, s: 'later', code: 'unknown_kind' };
    if (space.records[op.id]?.erased && !['del', 'erase'].includes(op.t)) return { op: op.op, s: 'rejected', code: 'erased' };
    if (op.set?.note === 'refuse me') return { op: op.op, s: 'rejected', code: 'validation' };
    const record = space.records[op.id] ??= { id: op.id, kind: op.kind, sv: 1, body: {}, fop: {}, deleted: false, conf: [], lost: [], author: { account, name: 'me' } };
    const lost = this.merge(record, op);
    record.seq = this.keep(space, op, text);
    return lost.length > 0 ? { op: op.op, s: 'conflict', lost } : { op: op.op, s: 'ok' };
  }

  known({ space, op }) {
    const its = this.state.spaces[space];
    if (!its) return undefined;
    // Looked up by name: ten thousand ops are not searched one by one.
    if (its.byOp?.size !== its.changes.length) Object.defineProperty(its, 'byOp', { value: new Map(its.changes.map((one) => [one.op.op, one])), writable: true, configurable: true });
    return its.byOp.get(op);
  }

  keep(space, op, text, more = {}) {
    space.head += 1;
    const change = { seq: space.head, tag: draw(), op, text, ...more };
    space.changes.push(change);
    space.byOp?.set(op.op, change);
    return space.head;
  }

  merge(record, op) {
    if (op.t === 'erase') {
      Object.assign(record, { deleted: true, erased: true, body: {}, fop: {}, conf: [], lost: [], cur_op: op.op });
      return [];
    }
    if (op.t === 'resolve') {
      record.conf = record.conf.filter((one) => !op.ops.includes(one));
      record.lost = record.lost.filter((one) => !op.ops.includes(one.op));
      record.cur_op = op.op;
      if (!op.set) return [];
    } else if (op.t !== 'put') {
      if (op.base === record.cur_op) Object.assign(record, { deleted: op.t === 'del', cur_op: op.op });
      else record.conf.push(op.op);
      return [];
    }
    const lost = [];
    const seen = !record.cur_op || (op.base ? op.base === record.cur_op : Object.values(op.was ?? {}).some(Boolean));
    const newest = seen || op.t === 'resolve' ? op.op : `${record.cur_op}+${op.op}`;
    for (const [field, value] of Object.entries(op.set)) {
      if ((record.fop[field] ?? null) === (op.was?.[field] ?? null)) {
        record.body[field] = value;
        record.fop[field] = op.op;
        record.cur_op = newest;
      } else if (JSON.stringify(record.body[field]) !== JSON.stringify(value)) lost.push(field);
    }
    record.deleted = false;
    if (lost.length > 0) {
      record.conf.push(op.op);
      record.lost.push({ op: op.op, by: null, made_at: op.made_at, set: op.set });
    }
    return lost;
  }

  judge(marks, lost, confirmed) {
    for (const [space, texts] of Object.entries(marks)) {
      const parts = texts.map((text) => text.split(':'));
      if (parts.some(([, seq, tag]) => this.tag(space, Number(seq)) !== tag)) lost.push(space);
      else if (parts.length > 0) confirmed[space] = parts.sort((a, b) => b[1] - a[1])[0].join(':');
    }
  }

  tag(space, seq) {
    return this.state.spaces[space]?.changes[seq - 1]?.tag;
  }

  mark(space, seq) {
    return `m:${seq}:${this.tag(space, seq)}`;
  }
}

/** What the wire names of the ops that set the fields: not those the newest state's op set. @param {any} row */
function short({ fop, cur_op }) {
  return Object.fromEntries(Object.entries(fop).filter(([, op]) => op !== cur_op));
}
