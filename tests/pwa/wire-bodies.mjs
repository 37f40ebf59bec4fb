/** Prints bodies with the phone's word about them, a JSON line each, for the server to judge: `node wire-bodies.mjs 7 20`. */
import { FIELD_TABLE } from '../../pwa/src/domain/field-table.js';
import { checkedBody } from '../../pwa/src/domain/valid.js';
import { LISTS, chance, draw } from './random-body.mjs';

const [seed, many] = process.argv.slice(2).map(Number);
const next = chance(seed);
const { body, int, pick, value } = draw(next);
const WRONG = [true, -1, 1e9, 0.3, 7.5, 10, 11, 0, 'x', '', [], {}, [null], [[]], { x: 1 }, 'pain', 'bladder', '2026-02-30', '2026-02-28', '1899-12-31',
  '2026-11-21T24:00:00Z', '2026-11-21T09:00:00+25:00', '2026-11-21T09:00:60Z', '2026-11-21T09:00Z', 'x'.repeat(2001), '🧊'.repeat(61), '🧊'.repeat(60),
  'a\u0000b', '\ud800', '\u202eabc', 'e\u0301', 'Mars/Base', 'europe/zurich', 'US/Eastern', 'EST', 'GMT+1', '+01:00', Array(25).fill('heat'), Array(41).fill('heat'),
  '019AA0B4-8A00-7C3E-9B5F-3F1C7F2A4D10', { region: 'hip' }, { state: null }, { 'bad key': 1 }, '٣', '１２'];

/** Puts something wrong somewhere into it, however deep. @param {any} whole */
function spoiled(whole) {
  const names = Object.keys(whole);
  if (names.length === 0) return whole;
  const name = pick(names);
  const inner = whole[name];
  const made = Array.isArray(whole) ? [...whole] : { ...whole };
  made[name] = typeof inner === 'object' && inner !== null && next() < 0.6 ? spoiled(inner) : pick(WRONG);
  return made;
}

for (const [kind, { fields }] of Object.entries(FIELD_TABLE)) {
  for (let i = 0; i < many; i += 1) {
    const good = body(kind);
    const name = pick(Object.keys(fields));
    const said = i % 4 === 0 ? good : i % 4 === 1 ? spoiled(good)
      : i % 4 === 2 ? { ...good, [name]: value(fields[name]) } : { ...good, [name]: pick(WRONG), ...(int(0, 9) === 0 ? { other: 1 } : {}) };
    const { set, problem } = checkedBody(kind, said, LISTS);
    process.stdout.write(`${JSON.stringify({ kind, said, set, problem })}\n`);
  }
}
