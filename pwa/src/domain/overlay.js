/**
 * What the screen shows of one record: the server's last row, and over it this phone's own ops in order.
 * Also says what an edit made now has seen, which is what conflicts are found by. Pure.
 */

/**
 * @typedef {object} Row - as the server sends it
 * @property {string} id
 * @property {string} kind
 * @property {number} [sv]
 * @property {Record<string, any>} body
 * @property {Record<string, string>} fop - field -> op that set it
 * @property {string} [cur_op]
 * @property {boolean} deleted
 * @property {boolean} [erased] - blanked for ever; only where it is so
 * @property {string[]} [conf] - ops whose values lost and that nobody has reviewed
 * @property {{op: string, by: any, made_at: string, set: Record<string, any>, t?: string}[]} [lost]
 * @property {{account: string, name: string} | null} [author]
 */

/**
 * @typedef {object} Op - one local change
 * @property {number} [n] - order on this phone
 * @property {string} op
 * @property {string} space
 * @property {string} id - the record
 * @property {string} kind
 * @property {number} sv
 * @property {'put' | 'del' | 'restore' | 'resolve' | 'erase'} t
 * @property {string[]} [ops] - of a resolve: the ops that were reviewed
 * @property {Record<string, string | null>} [was]
 * @property {Record<string, any>} [set]
 * @property {string | null} [base]
 * @property {string} made_at
 * @property {string} made_tz
 * @property {'queued' | 'blocked' | 'acked'} [state]
 * @property {boolean} [resent] - the server had it once and was put back
 * @property {string} [code] - why it is blocked, or was put off
 * @property {any} [details] - what the server said of it beside the code, as {fields: {name: reasons}}
 */

/**
 * @typedef {object} Rec - one record as shown
 * @property {string} id
 * @property {string} kind
 * @property {Record<string, any>} body
 * @property {boolean} deleted
 * @property {boolean} erased - blanked for ever; the body is empty and stays so
 * @property {{account: string, name: string} | null} author - null: written on this phone and not yet back
 * @property {boolean} waiting - some of it has not reached the server
 * @property {string | null} cur_op
 * @property {string[]} conf
 * @property {Record<string, string>} fop
 * @property {string | null} blocked - why the server did not take it, or null
 */

/**
 * @param {Row | null | undefined} row
 * @param {readonly Op[]} ops - of this record, in order
 * @returns {Rec | null} null when there is neither row nor op
 */
export function shown(row, ops) {
  if (!row && ops.length === 0) return null;
  /** @type {Rec} */
  const rec = {
    id: row ? row.id : ops[0].id,
    kind: row ? row.kind : ops[0].kind,
    body: { ...row?.body },
    deleted: row?.deleted ?? false,
    erased: row?.erased ?? false,
    author: row?.author ?? null,
    waiting: false,
    cur_op: row?.cur_op ?? null,
    conf: row?.conf ?? [],
    fop: row ? setBy(row) : {},
    blocked: null,
  };
  /** @type {Set<string>} */
  const mine = new Set();
  for (const op of ops) {
    lay(rec, op, mine);
    if (op.resent) mine.add(op.op);
  }
  // Of a record that the server does not show, an answer or a bringing back says nothing that could be seen.
  if (!row && Object.keys(rec.body).length === 0) rec.deleted = true;
  return rec;
}

/**
 * Which op set each field of a row: what `fop` does not name was set by the op of its newest state.
 * @param {Row} row
 */
export function setBy({ body, fop, cur_op }) {
  if (!cur_op) return { ...fop };
  return { ...Object.fromEntries(Object.keys(body).map((field) => [field, cur_op])), ...fop };
}

/** @param {Rec} rec @param {Op} op @param {ReadonlySet<string>} mine - ops before it that this phone sends again too */
function lay(rec, op, mine) {
  if (op.state !== 'acked') rec.waiting = true;
  if (op.state === 'blocked') rec.blocked ??= op.code ?? 'rejected';
  if (rec.erased) {
    // Nothing brings back what was erased; an edit that did not know of it only waits for its answer.
    if (!beginsAnew(rec, op)) return;
    rec.erased = false;
  }
  const set = op.resent ? stillNew(rec, op, mine) : op.set ?? {};
  if (!set) return;
  rec.cur_op = op.op;
  if (op.t === 'erase') Object.assign(rec, { deleted: true, erased: true, body: {}, fop: {}, conf: [] });
  else if (op.t === 'resolve') review(rec, op);
  else rec.deleted = op.t === 'del';
  for (const [field, value] of Object.entries(set)) {
    rec.body[field] = value;
    rec.fop[field] = op.op;
  }
}

/**
 * What an op still says that is sent a second time, since a server had been put back: the row may have moved on
 * from it long ago. Over this phone's own earlier words it always counts: it had seen them, whatever came between
 * and is gone now. Null: nothing.
 * @param {Rec} rec @param {Op} op @param {ReadonlySet<string>} mine
 * @returns {Record<string, any> | null}
 */
function stillNew({ fop, cur_op }, { t, set = {}, was = {}, base }, mine) {
  if (t === 'del' || t === 'restore') return base === cur_op ? {} : null;
  if (t === 'erase' || Object.keys(set).length === 0) return {};
  const left = Object.entries(set).filter(([field]) => !fop[field] || fop[field] === was[field] || mine.has(fop[field]));
  return left.length > 0 ? Object.fromEntries(left) : null;
}

/** An edit that saw the erasing: a day that was erased can be written again. @param {Rec} rec @param {Op} op */
function beginsAnew({ cur_op }, { t, set = {}, was = {} }) {
  return t === 'put' && Object.keys(set).every((field) => was[field] === cur_op);
}

/** @param {Rec} rec @param {Op} op */
function review(rec, { ops, set }) {
  const reviewed = new Set(ops);
  rec.conf = rec.conf.filter((one) => !reviewed.has(one));
  if (set) rec.deleted = false;
}

/**
 * What an edit made on this record has seen: for each field it sets, the op that set the value shown, or the one
 * that erased all of them.
 * @param {Rec | null} rec
 * @param {Record<string, any>} set
 * @returns {Record<string, string | null>}
 */
export function seen(rec, set) {
  return Object.fromEntries(Object.keys(set).map((field) => [field, rec?.erased ? rec.cur_op : rec?.fop[field] ?? null]));
}

/** When it happened is one thing in three fields: the server takes them together or not at all. */
const MOMENT = ['at', 'on', 'tz'];

/**
 * The fields of `set` that say something else than is shown; all of a moment when one of its fields does.
 * @param {Rec | null} rec
 * @param {Record<string, any>} set
 */
export function differing(rec, set) {
  const says = (/** @type {[string, any]} */ [field, value]) => (
    !rec || JSON.stringify(rec.body[field] ?? null) !== JSON.stringify(value ?? null));
  const fields = new Set(Object.entries(set).filter(says).map(([field]) => field));
  if (MOMENT.some((field) => fields.has(field))) MOMENT.forEach((field) => { if (field in set) fields.add(field); });
  return Object.fromEntries(Object.entries(set).filter(([field]) => fields.has(field)));
}
