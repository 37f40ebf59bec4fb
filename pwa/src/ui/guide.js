/** A guide that can be heard and felt: a voice of this phone, short tones, a buzz, and a screen that stays on. Nothing leaves the phone. */
import { signal } from '@preact/signals';

import { onVoices, voiceHere } from './aloud.js';

/** @type {AudioContext | null} */
let sound = null;

/** @type {WakeLockSentinel | null} */
let awake = null;
let wanted = false;

/** Tones of the guide: Hertz and seconds. @type {Record<string, [number, number]>} */
const TONES = { begin: [660, 0.18], count: [440, 0.09], end: [880, 0.3] };

/** Phones let a page sound only after a tap: called from one. */
export function wakeSound() {
  try {
    sound ??= new AudioContext();
    if (sound.state === 'suspended') sound.resume().catch(() => {});
  } catch {
    // A browser without it is guided by voice and sight.
  }
}

/** @param {'begin' | 'count' | 'end'} name */
export function tone(name) {
  if (!sound || sound.state !== 'running') return;
  const [hertz, seconds] = TONES[name];
  const [voice, loud] = [sound.createOscillator(), sound.createGain()];
  voice.frequency.value = hertz;
  loud.gain.setValueAtTime(0.0001, sound.currentTime);
  // Swells and fades: a tone that starts at once clicks, and a sudden noise can start a spasm.
  loud.gain.exponentialRampToValueAtTime(0.2, sound.currentTime + 0.04);
  loud.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + seconds);
  voice.connect(loud).connect(sound.destination);
  voice.start();
  voice.stop(sound.currentTime + seconds);
}

/** @param {number | number[]} pattern - milliseconds on, off, on */
export function buzz(pattern) {
  // A page that was only read anew may not: the browser would block it, and complain.
  if (globalThis.navigator?.userActivation?.hasBeenActive === false) return;
  globalThis.navigator?.vibrate?.(pattern);
}

/** Whether this phone has a voice of its own; some phones name theirs only after a while. */
export const hasVoice = signal(false);

/** Looks for a voice, now and when the phone names more. @returns {() => void} stops looking */
export function followVoices() {
  const look = () => { hasVoice.value = voiceHere() !== null; };
  look();
  return onVoices(look);
}

/** Says something instead of what was being said. @param {string} text */
export function speak(text) {
  const voice = voiceHere();
  if (!voice || !text) return;
  hush();
  const one = new SpeechSynthesisUtterance(text);
  one.voice = voice;
  one.lang = 'en';
  one.rate = 0.95;
  speechSynthesis.speak(one);
}

/** Ends what is being said. */
export function hush() {
  globalThis.speechSynthesis?.cancel();
}

/** Keeps the screen on while something is done. @param {boolean} on */
export async function keepAwake(on) {
  wanted = on;
  if (!on) {
    const held = awake;
    awake = null;
    await held?.release().catch(() => {});
    return;
  }
  if (awake && !awake.released) return;
  try {
    const held = (await globalThis.navigator?.wakeLock?.request('screen')) ?? null;
    if (wanted) awake = held;
    else await held?.release();
  } catch {
    // Low battery, or a browser without it: a tap wakes the screen, and the session waits.
  }
}
