import { computed, effect } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { BottomBar } from '../../components/bottom-bar.js';
import { Notice } from '../../components/notice.js';
import { Toast } from '../../components/toast.js';
import { forgetState, route } from '../../router.js';
import { covered } from '../../state/cover.js';
import { durable } from '../../state/diary.js';
import { helpsOnly } from '../../state/people.js';
import { aloud, hand, simple } from '../../state/preferences.js';
import { session } from '../../state/session.js';
import { syncing } from '../../state/sync.js';
import { toast } from '../../state/toast.js';
import { canListen, onVoices, stopReading, voiceHere } from '../../ui/aloud.js';
import { spoken } from '../../ui/announce.js';
import { useHeadingFocus } from '../../ui/focus.js';
import { leftHand } from '../../ui/hand.js';
import { Older } from './older.js';
import { lazyViews, screenFor } from './screens.js';

/** Undo stays at least this long, unless something else is done first. */
const TOAST_MS = 30_000;

// Parts of the page know no preferences; these two are handed to them.
const lookForVoice = () => { canListen.value = aloud.value && voiceHere() !== null; };
effect(() => { leftHand.value = hand.value === 'left'; });
effect(lookForVoice);
onVoices(lookForVoice);

/** Whose diary is open: what was last said to one person is not left for the next. */
const whose = computed(() => session.value.space);
effect(() => {
  if (whose.value === undefined) return;
  toast.value = null;
  spoken.value = '';
});

/** The frame around every screen: the skip link, what was just done, the bar at the bottom. */
export function App() {
  const { path, parts, state } = route.value;
  const screen = screenFor(session.value.mode, parts);
  const waits = 'now' in screen.view;
  const View = 'now' in screen.view ? screen.view.now() : screen.view;
  // A screen that is still being read is no screen yet: the focus goes to the heading of the one that comes.
  const here = !waits || /** @type {import('./lazy.js').Lazy} */ (screen.view).here();
  useHeadingFocus(`${screen.name} ${path} ${state.step ?? ''} ${here}`, Number(state.scroll ?? 0));
  useEffect(readAhead, []);
  useEffect(stopReading, [path, state.step]);
  useEffect(() => { if (screen.name === 'Welcome') forgetState(); }, [screen.name, path, state]);
  useEffect(() => { document.title = covered.value ? 'Limber' : `Limber · ${screen.name}`; }, [screen.name, covered.value]);
  useEffect(() => {
    const shown = toast.value;
    const timer = setTimeout(() => { if (toast.peek() === shown) toast.value = null; }, TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast.value]);
  return html`<div class="app">
    <a class="skip" href="#main">Skip to the content</a>
    ${!durable.value && html`<${Notice} tone="alert" now><p>Not saved yet: this phone is full. Keep this screen open, make some room, and tap once more.</p><//>`}
    <${Older} />
    <${View} key=${path} />
    <${Toast} toast=${toast.value} onClose=${() => { toast.value = null; }} />
    <p class="unseen" role="status" aria-live="polite">${spoken.value}</p>
    ${!screen.alone && html`<${BottomBar} path=${path} simple=${simple.value} helping=${helpsOnly.value} />`}
  </div>`;
}

/** Nothing is read ahead so soon after a tap, or while entries come, in milliseconds: the phone is for those. */
const QUIET_MS = 1500;

/** With nothing else to do, reads every screen, so that the next tap waits for nothing. */
function readAhead() {
  const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 300));
  const rest = [...lazyViews];
  let tapped = performance.now();
  const hear = () => { tapped = performance.now(); };
  const one = () => {
    const wait = syncing.peek() ? QUIET_MS : tapped + QUIET_MS - performance.now();
    if (wait > 0) begun = setTimeout(() => idle(one), wait);
    else rest.shift()?.read().then(() => idle(one));
  };
  addEventListener('pointerdown', hear, { capture: true, passive: true });
  let begun = setTimeout(() => idle(one), QUIET_MS);
  return () => {
    clearTimeout(begun);
    removeEventListener('pointerdown', hear, { capture: true });
  };
}
