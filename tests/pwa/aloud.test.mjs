import assert from 'node:assert/strict';
import { test } from 'node:test';

import { heard, localVoice, utterances } from '../../pwa/src/ui/aloud.js';

const text = (words) => ({ nodeType: 3, textContent: words });

/** A piece of a page: tag, attributes, and what is in it. */
function part(tagName, given = {}, ...inside) {
  const { hidden = false, value, ...attributes } = given;
  return {
    nodeType: 1, tagName, hidden, value, getAttribute: (name) => attributes[name] ?? null,
    childNodes: inside.map((one) => (typeof one === 'string' ? text(one) : one)),
  };
}

test('a screen is heard in order, controls by their names and states', () => {
  const main = part('main', {},
    part('h2', {}, 'How strong', '\n  is it?'),
    part('p', {}, 'Saved ', part('b', {}, 'on this phone'), '.'),
    part('h3', {}, 'Pain'),
    part('div', { role: 'group', 'aria-label': 'Pain' },
      part('button', { 'aria-label': '0, no pain' }, part('b', {}, '0'), part('span', {}, 'none')),
      part('button', { 'aria-pressed': 'true' }, part('svg', { 'aria-hidden': 'true' }, text('drawing')), part('span', {}, 'Aching'))),
    part('button', { role: 'switch', 'aria-checked': 'false' }, part('b', {}, 'Simple mode'), part('span', { 'aria-hidden': 'true' }, 'Off')),
    part('button', { 'aria-expanded': 'true' }, 'More'),
    part('p', { hidden: true }, 'not here'),
    part('label', {}, 'Name'), part('input', { type: 'text', value: 'Rosa' }),
    part('label', {}, 'Password'), part('input', { type: 'password', value: 'herons' }),
    part('svg', { role: 'img', 'aria-label': 'A figure lying on its back' }, part('path')));
  assert.deepEqual(heard(main), [
    'How strong is it?', 'Saved on this phone.', 'Pain', '0, no pain', 'Aching, chosen', 'Simple mode, off', 'More, open', 'Name, Rosa',
    'Password', 'A figure lying on its back',
  ]);
});

test('only an English voice that is on the phone speaks', () => {
  const far = { lang: 'en-GB', localService: false, default: true };
  const german = { lang: 'de-DE', localService: true };
  const near = { lang: 'en_US', localService: true };
  const chosen = { lang: 'en-GB', localService: true, default: true };
  assert.equal(localVoice([far, german]), null);
  assert.equal(localVoice([far, german, near]), near);
  assert.equal(localVoice([near, chosen]), chosen);
  assert.equal(localVoice([{ lang: 'enm', localService: true }]), null);
});

test('long texts are cut at sentences, else at words, and nothing is lost', () => {
  const long = `${'One two three four five. '.repeat(20)}End`.trim();
  const cut = utterances(long);
  assert.ok(cut.length > 2 && cut.every((one) => one.length <= 180));
  assert.ok(cut.slice(0, -1).every((one) => one.endsWith('.')));
  assert.equal(cut.join(' '), long);
  assert.ok(utterances('word '.repeat(100).trim()).every((one) => one.length <= 180));
  assert.equal(utterances('x'.repeat(400)).join(''), 'x'.repeat(400));
});
