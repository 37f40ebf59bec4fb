/**
 * The shapes the sync core works with. It knows neither the network nor the storage; both come in.
 *
 * @typedef {object} Places - what only the outbox adds to an op
 * @property {number} n - its place
 * @property {'queued' | 'blocked' | 'acked'} state
 * @property {number} [tries] - how often the server put it off
 * @property {number} [not_before] - milliseconds
 * @property {number} [ack] - which answer acknowledged it; they are counted
 * @property {true} [resent] - the server had taken it once, and seems to have forgotten
 *
 * @typedef {import('../domain/overlay.js').Op & Places} OutboxOp
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
 * @typedef {{space: string, mark: string, confirmed: boolean}} Mark
 * @typedef {ReadonlySet<string> | ReadonlyMap<string, number>} Kinds - those a build knows, and up to which version; 1 where none is said
 *
 * @typedef {object} Store - what lies on the phone
 * @property {<T>(work: () => Promise<T>) => Promise<T>} atomically - all calls inside happen, or none
 * @property {() => Promise<string>} device
 * @property {() => Promise<void>} newDevice
 * @property {() => Promise<number>} turn - counts applied pulls
 * @property {(turn: number) => Promise<void>} setTurn
 * @property {(name: string) => Promise<any>} recall - what was remembered under a name; undefined for nothing
 * @property {(name: string, value: any) => Promise<void>} remember
 * @property {() => Promise<number | null>} firstQueued - the place of the first op that waits
 * @property {(n: number, most: number) => Promise<OutboxOp[]>} opsFrom - ops of any state at this place and behind it, in order
 * @property {() => Promise<OutboxOp[]>} blocked - in order
 * @property {() => Promise<OutboxOp[]>} acked - those not yet read back
 * @property {(ops: readonly OutboxOp[]) => Promise<OutboxOp[]>} still - those that are still there, as they are now
 * @property {(ops: readonly OutboxOp[]) => Promise<OutboxOp[]>} free - acked ones without which no record would stand empty
 * @property {(ops: OutboxOp[]) => Promise<void>} putOps
 * @property {(ops: readonly OutboxOp[]) => Promise<void>} dropOps
 * @property {(ops: OutboxOp[], at: number) => Promise<void>} keepSent
 * @property {(space: string) => Promise<void>} resend - every op of it the server had taken waits again, in its old place
 * @property {() => Promise<Mark[]>} marks
 * @property {(mark: Mark) => Promise<void>} putMark
 * @property {(space: string, marks: string[]) => Promise<void>} dropMarks
 * @property {() => Promise<SpaceState[]>} spaces
 * @property {(state: SpaceState) => Promise<void>} putSpace
 * @property {(space: string) => Promise<void>} wipeSpace - rows, parked, losers and the state; never what was written here
 * @property {(space: string, gen: number, rows: Row[]) => Promise<void>} putRows - an erased row takes its sent ops along
 * @property {(space: string, gen: number, rows: Row[]) => Promise<void>} park
 * @property {(knows: (row: Row) => boolean) => Promise<void>} unpark - parked rows this build knows become rows
 * @property {(space: string, ids: string[]) => Promise<void>} dropRows
 * @property {(space: string, gen: number) => Promise<void>} sweep - rows older than this generation
 * @property {(space: string) => void} changed - tell the screens, after the transaction
 *
 * @typedef {object} Transport - each answers JSON or throws {code, status, retryAfterMs}
 * @property {(body: object) => Promise<any>} push
 * @property {(body: object) => Promise<any>} pull
 *
 * @typedef {object} Outcome
 * @property {boolean} ok - all that could be sent is sent, and everything is here
 * @property {string | null} trouble - offline, signed_out, device_removed, account_mismatch, update_needed, busy, server
 * @property {number | null} retryAfterMs
 */
export {};
