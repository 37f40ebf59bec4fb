/** The rules of the app lock: what a PIN is, how long to wait after a wrong one, when a quiet phone is covered. */

/** Seconds after the first, second, third wrong try and so on; the last holds for all further ones. */
const WAITS_S = [0, 0, 0, 5, 15, 60, 300];

/** Also where the app covers itself on leaving, it covers itself after this many quiet minutes. */
const LONGEST_MIN = 15;

/** Minutes without a tap, or as soon as another app is in front. */
export const IDLE = /** @type {const} */ ([1, 5, 15, 'leave']);

/** @typedef {1 | 5 | 15 | 'leave'} Idle */

/** @param {string} pin */
export const isPin = (pin) => /^[0-9]{4,8}$/.test(pin);

/** @param {number} wrong - tries in a row @returns {number} milliseconds */
export function waitAfter(wrong) {
  return wrong < 1 ? 0 : WAITS_S[Math.min(wrong, WAITS_S.length) - 1] * 1000;
}

/**
 * How long until the next try may be made.
 * @param {{wrong: number, at: number}} tries - wrong ones in a row, and when the last was, in milliseconds
 * @param {number} now - milliseconds; before `at` when the clock was set back: then the whole wait holds
 * @returns {number} milliseconds
 */
export function waitLeft({ wrong, at }, now) {
  const whole = waitAfter(wrong);
  return Math.min(whole, Math.max(0, at + whole - now));
}

/**
 * @param {number} last - when something was last tapped or typed, in milliseconds
 * @param {number} now
 * @param {Idle} idle
 * @returns {boolean} whether the phone has been quiet for long enough; a clock set back counts as quiet
 */
export function quietLong(last, now, idle) {
  return now < last || now - last >= (idle === 'leave' ? LONGEST_MIN : idle) * 60_000;
}

/** "15 seconds", "5 minutes". @param {number} ms */
export function waitWords(ms) {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
