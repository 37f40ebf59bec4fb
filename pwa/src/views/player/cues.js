/** Follows the session with voice, sounds and buzzing, for whoever cannot look at the screen. */
import { useEffect, useRef } from 'preact/hooks';

import { countIn } from '../../domain/player/steps.js';
import { guide } from '../../state/guide.js';
import { announce } from '../../ui/announce.js';
import { buzz, hasVoice, hush, keepAwake, speak, tone } from '../../ui/guide.js';
import { aloudAt } from './words.js';

/** The last seconds of a hold are heard. */
const LAST_S = 3;

/**
 * @param {object} at
 * @param {import('../../domain/player/steps.js').Step} at.step
 * @param {number} at.number - of the step
 * @param {number | null} at.leftMs
 * @param {boolean} at.running
 * @param {import('../../domain/movement.js').Movement} at.movement
 * @param {import('../../domain/movement.js').Variant} at.variant
 */
export function useCues({ step, number, leftMs, running, movement, variant }) {
  const last = useRef('');
  // A movement that was made easier is another one under the same number.
  const key = `${number} ${movement.id} ${variant.position}`;
  useEffect(() => {
    keepAwake(true);
    return () => { keepAwake(false); hush(); };
  }, []);
  useEffect(() => { if (running) keepAwake(true); }, [running]);
  useEffect(() => {
    const text = aloudAt(step, movement, variant);
    if (guide.peek().voice && hasVoice.peek()) speak(text);
    // Two voices at once help nobody: a screen reader speaks where the guide is silent.
    else announce(text);
    if (step.kind === 'hold' || step.kind === 'reps' || step.kind === 'timed') mark('begin', 60);
    if (step.kind === 'rest' || step.kind === 'into' || step.kind === 'ready') mark('end', [60, 80, 60]);
  }, [key]);
  useEffect(() => { if (!running) hush(); }, [running]);
  const beat = running && leftMs !== null ? beatOf(step, leftMs) : '';
  useEffect(() => {
    if (!beat || beat === last.current) return;
    last.current = beat;
    const [kind, count] = beat.split(' ');
    if (kind === 'last') mark('count', 30);
    else if (kind === 'rep' && count !== '1') say(count);
    else if (kind === 'in' || kind === 'out') say(kind === 'in' ? 'In' : 'Out');
  }, [beat]);
}

/** What is heard now, named so that each is heard once. @param {import('../../domain/player/steps.js').Step} step @param {number} leftMs */
function beatOf(step, leftMs) {
  if (step.kind === 'reps') return `rep ${countIn(step, leftMs).count}`;
  if (step.kind === 'breaths') {
    const { count, half } = countIn(step, leftMs);
    return count === 1 && half === 'in' ? '' : `${half} ${count}`;
  }
  const seconds = Math.ceil(leftMs / 1000);
  return step.kind !== 'ready' && seconds > 0 && seconds <= LAST_S ? `last ${seconds}` : '';
}

/** @param {string} text */
function say(text) {
  if (guide.peek().voice && hasVoice.peek()) speak(text);
  else mark('count', 30);
}

/** @param {'begin' | 'count' | 'end'} name @param {number | number[]} pattern */
function mark(name, pattern) {
  if (guide.peek().sound) tone(name);
  if (guide.peek().buzz) buzz(pattern);
}
