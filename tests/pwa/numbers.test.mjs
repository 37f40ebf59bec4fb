import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import './fresh-storage.mjs';

const read = async (name) => JSON.parse(await readFile(new URL(`../../backend/content/${name}.json`, import.meta.url)));
globalThis.fetch = async (address) => ({ ok: true, json: () => read(String(address).match(/content\/(.+)\.json/)[1]) });
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-GB' }, configurable: true });

const country = await import('../../pwa/src/domain/country.js');
const contact = await import('../../pwa/src/domain/contact.js');
const { startLocal } = await import('../../pwa/src/state/session.js');
const { add, put } = await import('../../pwa/src/state/records.js');
const numbers = await import('../../pwa/src/state/numbers.js');
const knowledge = await import('../../pwa/src/state/knowledge.js');
const { vocabulary, loadContent } = await import('../../pwa/src/state/content.js');

const rows = (await read('countries')).countries;
/** Asks until it is so; packs come a moment after they were asked for. */
async function until(so) {
  for (let tries = 0; !so(); tries += 1) {
    assert.ok(tries < 500, `never: ${so}`);
    await new Promise((done) => { setTimeout(done, 10); });
  }
}

test('the clock tells the country, and the language only where the clock tells no place', () => {
  const at = (zone, language) => country.countryHere(rows, { zone, language })?.id ?? null;
  assert.equal(at('Europe/Zurich', 'en-GB'), 'CH');
  assert.equal(at('America/Detroit', 'es-ES'), 'US');
  assert.equal(at('UTC', 'de-AT'), 'AT');
  assert.equal(at('Etc/GMT+1', 'zh-Hant-TW'), 'TW');
  assert.equal(at('Asia/Dubai', 'en-US'), null, 'many phones far from America speak en-US');
  assert.equal(at('UTC', 'en'), null);
  assert.equal(at('', undefined), null);
});

test('what the person said comes first, then the country, then 112', () => {
  const here = rows.find(({ id }) => id === 'GB');
  const of = (card, place = here) => {
    const { number, sure, country: found } = country.emergencyFor(card, rows, place);
    return [number, sure, found?.id ?? null];
  };
  assert.deepEqual(of(undefined), ['999', false, 'GB']);
  assert.deepEqual(of(undefined, null), ['112', false, null]);
  assert.deepEqual(of({ country: 'US' }), ['911', true, 'US']);
  assert.deepEqual(of({ country: 'US', emergency_number: '144' }), ['144', true, 'US']);
  assert.deepEqual(of({ emergency_number: '144' }), ['144', true, 'GB']);
  assert.deepEqual(of({ country: country.ANOTHER }), ['112', false, null], 'the country of the phone is not hers then');
});

test('every number can be dialled, and is what the server takes', () => {
  for (const row of rows) {
    for (const number of [row.emergency, row.crisis?.number ?? '1 1', ...row.also.map((one) => one.number)]) {
      assert.ok(country.isPhone(number), `${row.id} ${number}`);
      assert.match(country.dial(number), /^tel:[+0-9]{2,}$/);
    }
  }
  assert.equal(country.isPhone('call me'), false);
  assert.equal(country.isPhone('5'), false);
  assert.equal(country.dial('+41 (0)44 / 123.45'), 'tel:+4104412345');
});

test('a temperature is said as people there say it', () => {
  assert.equal(country.degreesIn(38, 'C'), '38 C');
  assert.equal(country.degreesIn(38, 'F'), '100.4 F');
  assert.equal(country.inFahrenheit('A fever of 38 C or more?'), 'A fever of 100.4 F or more?');
  assert.equal(country.inFahrenheit('Water of 27 to 29 degrees C, and a helper.'), 'Water of 81 to 84 degrees F, and a helper.');
  assert.equal(country.inFahrenheit('5 minutes in water of 27 to 29 degrees. Then 3 Cups.'), '5 minutes in water of 81 to 84 degrees F. Then 3 Cups.');
});

test('the MS team stands first, and those of no role last', () => {
  const of = (role, who) => ({ body: { role, who } });
  const sorted = contact.inOrder([of(null, 'A'), of('other', 'B'), of('doctor', 'D'), of('doctor', 'C'), of('ms_team', 'Z')]);
  assert.deepEqual(sorted.map(({ body }) => body.who), ['Z', 'C', 'D', 'B', 'A']);
});

test('before there is a diary the numbers are those of the place', async () => {
  assert.match(numbers.emergency.value.number, /^\d+$/);
  await until(() => numbers.countries.value.length > 40);
  assert.equal(numbers.emergency.value.sure, false);
  assert.deepEqual(numbers.saved.value, []);
});

test('a country that is said changes numbers, words and degrees at once', async () => {
  await startLocal();
  await loadContent();
  await put('care_card', {}, { country: 'DE', emergency_number: '112' });
  await add('contact', { who: 'MS nurse', role: 'ms_team', number: '030 123' });
  assert.equal(numbers.emergency.value.sure, true);
  assert.equal(numbers.crisis.value.number, '116 123');
  assert.equal(numbers.saved.value[0].body.who, 'MS nurse');
  assert.equal(numbers.degrees(38), '38 C');
  const fever = () => JSON.stringify(knowledge.pack('safety') ?? '').match(/fever of (\S+ [CF]) or more/)?.[1];
  await until(() => fever() === '38 C');
  await put('care_card', {}, { country: 'US', emergency_number: '911' });
  await until(() => fever() === '100.4 F');
  assert.equal(numbers.degrees(38), '100.4 F');
  assert.equal(vocabulary.value.aids.find(({ id }) => id === 'stick').label, 'Cane');
  await put('care_card', {}, { country: 'GB', emergency_number: '999' });
  assert.equal(vocabulary.value.aids.find(({ id }) => id === 'stick').label, 'Walking stick');
  assert.equal(fever(), '38 C');
});
