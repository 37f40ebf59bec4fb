/**
 * The shapes the sync core works with. It knows neither the network nor the storage; both come in.
 *
 * @typedef {import('../domain/overlay.js').Op & {n: number, state: 'queued' | 'blocked' | 'acked', tries?: number, not_before?: number}} OutboxOp
 * @typedef {import('../domain/overlay.js').Row} Row
 *
 * @typedef {object} SpaceState - how far this phone has read one space
 * @property {string} space
 * @property {string | null} cursor
 * @property {string | null} view
 * @property {number} gen - counts resets; rows of an older one go when the reset ends
 * @property {boolean} resetting
 * @property {string} [role]
 * @property {string} [name]
 * @property {string[]} [read]
 * @property {string[]} [write]
 * @property {string | null} [until]
 * @property {string | null} [last_ok] - when everything was last here
 *
 * @typedef {object} Store - what lies on the phone
 * @property {<T>(work: () => Promise<T>) => Promise<T>} atomically - all calls inside happen, or none
 * @property {() => Promise<string>} device
 * @property {() => Promise<void>} newDevice
 * @property {() => Promise<number>} turn - counts applied pulls
 * @property {(turn: number) => Promise<void>} setTurn
 * @property {() => Promise<OutboxOp[]>} ops - in order
 * @property {(op: OutboxOp) => Promise<void>} putOp
 * @property {(ns: number[]) => Promise<void>} dropOps
 * @property {(op: OutboxOp, at: number) => Promise<void>} keepSent
 * @property {(space: string) => Promise<OutboxOp[]>} sentOf - in order
 * @property {() => Promise<{space: string, mark: string, confirmed: boolean}[]>} marks
 * @property {(mark: {space: string, mark: string, confirmed: boolean}) => Promise<void>} putMark
 * @property {(space: string, marks: string[]) => Promise<void>} dropMarks
 * @property {() => Promise<SpaceState[]>} spaces
 * @property {(state: SpaceState) => Promise<void>} putSpace
 * @property {(space: string) => Promise<void>} wipeSpace - rows, parked, losers, marks and the state; never ops
 * @property {(space: string, gen: number, rows: Row[]) => Promise<void>} putRows
 * @property {(space: string, gen: number, rows: Row[]) => Promise<void>} park
 * @property {(space: string, ids: string[]) => Promise<void>} dropRows
 * @property {(space: string, gen: number) => Promise<void>} sweep - rows older than this generation
 * @property {(space: string, ids: string[] | null) => void} changed - tell the screens, after the transaction
 *
 * @typedef {object} Transport - each answers JSON or throws {code, status, retryAfterMs}
 * @property {(body: object) => Promise<any>} push
 * @property {(body: object) => Promise<any>} pull
 *
 * @typedef {object} Outcome
 * @property {boolean} ok - all that could be sent is sent, and everything is here
 * @property {string | null} trouble - offline, signed_out, account_mismatch, update_needed, busy, server, phone_full
 * @property {number | null} retryAfterMs
 */
export {};
