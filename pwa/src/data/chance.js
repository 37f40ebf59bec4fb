/** Ids drawn from the phone's clock and its random numbers. */
import { recordId, uuid7 } from '../domain/ids.js';

/** @param {number} [count] */
export function randomBytes(count = 10) {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** For an op or a device. */
export const randomId = () => uuid7(Date.now(), randomBytes());

/** For a record: tells no more than the quarter hour. */
export const newRecordId = () => recordId(Date.now(), randomBytes());
