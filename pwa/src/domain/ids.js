/** Identifiers made on the phone, and shared ones on which two offline phones must agree. Pure. */
import { sha1 } from './sha1.js';

const QUARTER_HOUR_MS = 15 * 60 * 1000;

/**
 * A UUID of version 7 (RFC 9562).
 * @param {number} ms - milliseconds since 1970 UTC
 * @param {Uint8Array} chance - at least 10 random bytes
 */
export function uuid7(ms, chance) {
  if (chance.length < 10) throw new RangeError('a UUIDv7 needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let rest = Math.max(0, Math.trunc(ms));
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(chance.subarray(0, 10), 6);
  return written(bytes, 7);
}

/**
 * The id of a new record: its time is cut to the quarter hour, since caregivers see ids.
 * @param {number} ms
 * @param {Uint8Array} chance
 */
export function recordId(ms, chance) {
  return uuid7(quarterHour(ms), chance);
}

/** @param {number} ms */
export function quarterHour(ms) {
  return ms - (ms % QUARTER_HOUR_MS);
}

/**
 * A UUID of version 5: the same space and name give the same id on every phone.
 * @param {string} space
 * @param {string} name - `daily:2026-11-21`, `profile`, ...
 */
export function uuid5(space, name) {
  const hex = space.replaceAll('-', '');
  const prefix = Array.from({ length: 16 }, (_, i) => parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  const digest = sha1(Uint8Array.from([...prefix, ...new TextEncoder().encode(name)]));
  return written(digest.slice(0, 16), 5);
}

/** Kinds of which there is one per day, per message or per person: their ids can be worked out. */
export const SHARED_KINDS = new Set(['daily', 'mood', 'profile', 'preference', 'care_card', 'safety']);

/**
 * The fixed id of a kind of which there is one per day or per person, else null.
 * @param {string} space
 * @param {string} kind
 * @param {{on?: string, message_id?: string}} body
 */
export function sharedId(space, kind, body) {
  if (kind === 'daily' || kind === 'mood') return uuid5(space, `${kind}:${body.on}`);
  if (kind === 'profile' || kind === 'preference' || kind === 'care_card') return uuid5(space, kind);
  if (kind === 'safety') return uuid5(space, `${body.message_id}:${body.on}`);
  return null;
}

/** @param {Uint8Array} bytes @param {number} version */
function written(bytes, version) {
  bytes[6] = (bytes[6] & 0x0f) | (version << 4);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
