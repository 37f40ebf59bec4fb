import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import './fresh-storage.mjs';
import './local-storage.mjs';

localStorage.setItem('limber-look', JSON.stringify({ theme: 'dark', textSize: 17, hand: 3, shownByTherapist: true }));
const look = await import('../../pwa/src/state/preferences.js');
const { put, theOne } = await import('../../pwa/src/state/records.js');
const { close, open } = await import('../../pwa/src/state/opened.js');
const kept = () => JSON.parse(localStorage.getItem('limber-look'));

test('what this phone kept holds at once, and nonsense is left out', () => {
  assert.equal(look.theme.value, 'dark');
  assert.equal(look.textSize.value, 100);
  assert.equal(look.hand.value, 'right');
  assert.equal(look.shownByTherapist.value, true);
});

test('a choice is kept on the phone and in the record, with what was chosen before there was one', async () => {
  look.textSize.value = 150;
  await open('11111111-1111-4111-8111-111111111111');
  assert.equal(look.textSize.value, 150, 'chosen on the first screen, it stays');
  assert.equal(theOne('preference'), null, 'opening a diary stores nothing');
  await look.choose('targets', 'large');
  assert.equal(kept().targets, 'large');
  assert.deepEqual(theOne('preference').body, { targets: 'large', theme: 'dark', text_size: 150 });
  await look.choose('simple', true);
  assert.equal(theOne('preference').body.simple_mode, true);
  await look.choose('theme', 'pink');
  assert.equal(look.theme.value, 'dark', 'only what there is can be chosen');
});

test('a change made elsewhere is taken over; a fast second choice is not undone by the first', async () => {
  await put('preference', {}, { theme: 'light', contrast: 'high', text_size: 133 });
  assert.equal(look.theme.value, 'light');
  assert.equal(look.contrast.value, 'high');
  assert.equal(look.textSize.value, 150, 'a size this phone does not offer changes nothing');
  const shown = [];
  const end = look.hand.subscribe((value) => shown.push(value));
  await Promise.all([look.choose('hand', 'left'), look.choose('hand', 'right'), look.choose('hand', 'left')]);
  end();
  assert.deepEqual(shown, ['right', 'left', 'right', 'left']);
  assert.equal(theOne('preference').body.hand, 'left');
});

test('somebody else on this phone gets no look of the last person, save what they chose before signing in', async () => {
  close();
  assert.equal(look.targets.value, 'large', 'who comes back finds it');
  look.textSize.value = 200;
  await open('22222222-2222-4222-8222-222222222222');
  assert.deepEqual(
    [look.theme, look.contrast, look.targets, look.hand, look.simple, look.shownByTherapist, look.textSize].map(({ value }) => value),
    ['system', 'system', 'normal', 'right', false, false, 200],
  );
  close();
  await open('11111111-1111-4111-8111-111111111111');
  assert.equal(look.targets.value, 'large', 'and the first person their own again');
  assert.equal(look.contrast.value, 'high');
});

test('sessions near an injection are lighter only where the person chose it', async () => {
  globalThis.fetch = async (path) => ({ ok: true, json: async () => JSON.parse(await readFile(new URL(`../../backend${path}`, import.meta.url), 'utf8')) });
  const { inputs, sessionOf } = await import('../../pwa/src/state/plans.js');
  const { add } = await import('../../pwa/src/state/records.js');
  await open('33333333-3333-4333-8333-333333333333');
  const medicine_id = await add('medicine', { class: 'interferon_beta' });
  await add('dose', { medicine_id, status: 'taken', at: new Date(Date.now() - 5.5 * 3_600_000).toISOString() });
  const hours = () => inputs.value['recent.hours_since_injection'];
  const session = async () => {
    const deadline = Date.now() + 5000;
    while (!sessionOf(8) && Date.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 10); });
    return sessionOf(8);
  };
  assert.equal(hours(), null);
  assert.deepEqual((await session()).because, []);
  await look.chooseLighter(true);
  assert.equal(hours(), 5);
  assert.deepEqual((await session()).because, ['injection']);
  assert.equal((await session()).state, 'gentle');
  assert.deepEqual(theOne('preference').body, { lighter_after_injection: true }, 'the look of this phone is no part of it');
  await look.chooseLighter(false);
  assert.equal(hours(), null);
});

// What stands on what; words at 7 to 1, outlines of controls at 3 to 1.
const WORDS = [
  ['ink', ['paper', 'surface', 'sunk']], ['ink-soft', ['paper', 'surface', 'sunk']], ['accent', ['paper', 'surface']],
  ['on-accent', ['accent']], ['accent-ink', ['accent-soft']], ['good', ['good-soft']], ['care', ['care-soft']],
  ['alert', ['alert-soft', 'surface']],
];
const OUTLINES = [['edge', ['paper', 'surface']], ['accent', ['accent-soft', 'surface']], ['focus', ['paper', 'surface']]];

function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('every pair of colours can be read, in light, dark and high contrast', async () => {
  const css = await readFile(new URL('../../pwa/styles/tokens.css', import.meta.url), 'utf8');
  const block = (opening) => {
    const from = css.indexOf(opening);
    assert.ok(from > 0, opening);
    const body = css.slice(from, css.indexOf('}', from));
    return Object.fromEntries([...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
  };
  const light = block(':root {');
  const dark = { ...light, ...block(':root[data-theme="dark"] {') };
  assert.deepEqual(block(':root:not([data-theme="light"]) {'), block(':root[data-theme="dark"] {'));
  const high = (palette) => ({ ...palette, ...block(':root[data-contrast="high"] {') });
  const faults = [];
  for (const [name, palette] of Object.entries({ light, dark, highLight: high(light), highDark: high(dark) })) {
    const colour = (token) => palette[token].replace(/^var\(--(.+)\)$/, (_, other) => palette[other]);
    for (const [pairs, least] of [[WORDS, 7], [OUTLINES, 3]]) {
      for (const [front, backs] of pairs) {
        for (const back of backs) {
          const found = ratio(colour(front), colour(back));
          if (found < least) faults.push(`${name}: ${front} on ${back} ${found.toFixed(2)}`);
        }
      }
    }
  }
  assert.deepEqual(faults, []);
});
