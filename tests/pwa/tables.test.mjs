import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { tableHead, tableRow } from '../../pwa/src/domain/csv.js';

const cases = JSON.parse(readFileSync(new URL('../vectors/tables.json', import.meta.url), 'utf8'));
const { lists } = JSON.parse(readFileSync(new URL('../../backend/content/vocabulary.json', import.meta.url), 'utf8'));
const id = '019aa0b4-8a00-7c3e-9b5f-ffffffffffff';
const wording = {
  label: (list, term) => lists[list].find((one) => one.id === term).label,
  named: (one) => one,
};

for (const { kind, body, cells, some } of cases) {
  test(`the phone's table of ${kind} is the server's: ${JSON.stringify(body).slice(0, 40)}`, () => {
    const row = tableRow(/** @type {any} */ ({ id, kind, body }), wording, 'Rosa');
    if (cells) assert.equal(row, `${cells.map((one) => `"${one}"`).join(',').replace('{id}', id)}\r\n`);
    const split = (line) => line.trim().slice(1, -1).split('","');
    const named = Object.fromEntries(split(tableHead(kind)).map((name, place) => [name, split(row)[place]]));
    for (const [name, value] of Object.entries(some ?? {})) assert.equal(named[name], value);
  });
}
