/** What the guide says, on the screen and aloud. */
import { countIn } from '../../domain/player/steps.js';

/** @typedef {import('../../domain/player/steps.js').Step} Step */
/** @typedef {import('../../domain/movement.js').Movement} Movement */
/** @typedef {import('../../domain/movement.js').Variant} Variant */

const LEGS = ['hip', 'knee', 'ankle', 'buttock', 'thigh_front', 'thigh_back', 'inner_thigh', 'shin', 'calf', 'foot', 'whole_leg', 'groin'];
const ARMS = ['shoulder', 'upper_arm', 'elbow', 'forearm', 'wrist', 'hand'];

/** The line that is always in sight. */
export const STOP_LINE = 'Sharp pain, faint, or sight changing?';

/**
 * "Left leg", "Right arm", "Left side"; null where no side is meant.
 * @param {Step['side']} side
 * @param {Movement} movement
 */
export function sideWords(side, { areas }) {
  if (!side) return null;
  const all = (/** @type {string[]} */ list) => areas.length > 0 && areas.every((area) => list.includes(area));
  return `${side === 'left' ? 'Left' : 'Right'} ${all(LEGS) ? 'leg' : all(ARMS) ? 'arm' : 'side'}`;
}

/** The position of a movement as the plan has it. @param {Movement} movement @param {string} position @returns {Variant} */
export const variantOf = ({ variants }, position) => variants.find((one) => one.position === position) ?? variants[0];

/** How far to go: the limit can be seen, since a numb leg does not feel a pull. @param {Variant} variant */
export const limitOf = ({ limit }) => limit;

/** The steps up to the hold: how to get there. @param {Variant} variant @returns {string[]} */
export function wayIn({ steps }) {
  const hold = steps.findIndex((text) => /^(?:hold|stay|wait|keep still|pause)/i.test(text));
  return hold > 0 ? steps.slice(0, hold) : steps.slice(0, 3);
}

/**
 * The one big line of a step.
 * @param {Step} step
 * @param {Variant} variant
 */
export function bigLine(step, variant) {
  if (step.kind === 'ready') return `${step.change ? 'Change position, in your own time. ' : ''}${variant.start}`;
  if (step.kind === 'into') return 'Slowly. Get into place.';
  if (step.kind === 'hold') return `Hold still. Breathe easily. ${variant.limit}`;
  if (step.kind === 'rest') return 'Rest. Breathe easily.';
  if (step.kind === 'breaths') return 'Breathe slowly.';
  if (step.kind === 'look') return 'Go through it in your own time.';
  return variant.limit;
}

/** What a step counts, beside its number. @param {Step} step @param {number} leftMs @returns {{number: string, line: string}} */
export function countWords(step, leftMs) {
  const seconds = Math.ceil(leftMs / 1000);
  if (step.kind === 'reps') return { number: String(countIn(step, leftMs).count), line: `of ${step.reps}` };
  if (step.kind === 'breaths') {
    const { count, half } = countIn(step, leftMs);
    return { number: String(count), line: `of ${step.reps}. Breathe ${half}.` };
  }
  if (step.kind === 'timed' && seconds >= 60) return { number: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`, line: 'to go' };
  return { number: String(seconds), line: `${seconds === 1 ? 'second' : 'seconds'} to go` };
}

/** "1 minute", "30 seconds". @param {number} ms */
function lengthOf(ms) {
  const [count, one] = ms >= 60_000 ? [Math.round(ms / 60_000), 'minute'] : [Math.round(ms / 1000), 'second'];
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What is heard when a step begins. @param {Step} step @param {Movement} movement @param {Variant} variant */
export function aloudAt(step, movement, variant) {
  const side = sideWords(step.side, movement);
  const say = (/** @type {(string | null | false)[]} */ parts) => parts.filter(Boolean).map((text) => (/[.?!]$/.test(String(text)) ? text : `${text}.`)).join(' ');
  if (step.kind === 'ready') return say([step.part > 0 && 'Next', movement.name, side, step.change && 'Change position. Take your time', variant.start]);
  if (step.kind === 'into') return say([side, step.rep > 1 ? 'Once more. Slowly into it' : wayIn(variant).join(' ')]);
  if (step.kind === 'hold') return `Hold for ${Math.round((step.ms ?? 0) / 1000)} seconds. Breathe easily.`;
  if (step.kind === 'rest') return `Rest for ${Math.round((step.ms ?? 0) / 1000)} seconds.`;
  if (step.kind === 'breaths') return say([`${step.reps} slow breaths`, 'In']);
  if (step.kind === 'timed') return say([side, lengthOf(step.ms ?? 0), 'Begin slowly']);
  if (step.kind === 'look') return say(['Go through it in your own time']);
  return say([side, `${step.reps} times`, variant.steps[0]]);
}
