import { html } from 'htm/preact';
import { useRef, useState } from 'preact/hooks';

import { codeOf, reasonFor } from './reasons.js';
import { Problem } from './problem.js';
import { Proof } from './proof.js';

/**
 * @typedef {object} Task
 * @property {boolean} busy
 * @property {string} problem - what did not work and what to do, empty when all is well
 * @property {(() => Promise<unknown>) | null} waits - what goes on once the password is given again
 * @property {(work: () => Promise<unknown>) => Promise<void>} run - one at a time; a second call meanwhile does nothing
 * @property {() => void} clear
 */

/**
 * Something that needs the server: busy, then done, or a reason in words, or the password first.
 * @param {(error: unknown) => boolean} [taken] - true when the caller shows this error at its own field
 * @returns {Task}
 */
export function useTask(taken) {
  const rest = { busy: false, problem: '', waits: /** @type {Task['waits']} */ (null) };
  const [state, setState] = useState(rest);
  const running = useRef(false);
  /** @type {Task['run']} */
  const run = async (work) => {
    if (running.current) return;
    running.current = true;
    setState({ ...rest, busy: true });
    try {
      await work();
      setState(rest);
    } catch (error) {
      setState(after(error, work, rest, taken));
    } finally {
      running.current = false;
    }
  };
  return { ...state, run, clear: () => setState(rest) };
}

/**
 * @template {{busy: boolean, problem: string, waits: Task['waits']}} Rest
 * @param {unknown} error @param {() => Promise<unknown>} work @param {Rest} rest
 * @param {((error: unknown) => boolean) | undefined} taken
 */
function after(error, work, rest, taken) {
  if (codeOf(error) === 'fresh_proof_required') return { ...rest, waits: work };
  return taken?.(error) ? rest : { ...rest, problem: reasonFor(error) };
}

/**
 * The reason, or the question for the password, at the place of the act.
 * @param {{task: Task}} props
 */
export function TaskNotes({ task }) {
  if (task.waits) return html`<${Proof} work=${task.waits} onProven=${task.run} onCancel=${task.clear} />`;
  return task.problem ? html`<${Problem} text=${task.problem} />` : null;
}
