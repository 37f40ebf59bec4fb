/** Writing one after the other: what is changed in part must be changed over the newest, also when taps come fast. */

let last = Promise.resolve();

/**
 * Begins when everything asked for before has ended, well or not.
 * @template T
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export function inTurn(act) {
  const run = last.then(act);
  last = run.then(() => {}, () => {});
  return run;
}
