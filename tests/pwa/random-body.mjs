/** Records of every kind, drawn from the table of fields: the same seed gives the same ones. */
import { readFileSync } from 'node:fs';

import { FIELD_TABLE } from '../../pwa/src/domain/field-table.js';
import { checkedBody } from '../../pwa/src/domain/valid.js';

const { lists } = JSON.parse(readFileSync(new URL('../../backend/content/vocabulary.json', import.meta.url), 'utf8'));
/** The ids of every vocabulary list. */
export const LISTS = Object.fromEntries(Object.entries(lists).map(([name, terms]) => [name, new Set(terms.map(({ id }) => id))]));

export const HOSTILE = ['=1+1', '+41 44', '-2', '@SUM(A1)', '\tx', '"; DROP TABLE', 'a,"b"\nc', '<b>x</b>', 'שלום עולם', '\u200fمرحبا', '👨‍👩‍👧 🧊',
  'Zürich', '__proto__', 'null', '', ' lead'];

/** Numbers from 0 up to 1, by a small generator. @param {number} seed */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {() => number} next */
export function draw(next) {
  const int = (/** @type {number} */ low, /** @type {number} */ high) => low + Math.floor(next() * (high - low + 1));
  const pick = (/** @type {any} */ from) => [...from][int(0, [...from].length - 1)];
  const hex = (/** @type {number} */ n) => Array.from({ length: n }, () => int(0, 15).toString(16)).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  const day = () => `${int(2016, 2026)}-${String(int(1, 12)).padStart(2, '0')}-${String(int(1, 28)).padStart(2, '0')}`;
  const clock = () => `${String(int(0, 23)).padStart(2, '0')}:${String(int(0, 59)).padStart(2, '0')}`;
  /** @type {Record<string, (rule: any) => any>} */
  const values = {
    whole: ({ low, high }) => int(low, high),
    halves: ({ low, high }) => int(low * 2, high * 2) / 2,
    truth: () => next() < 0.5,
    words: ({ most, lines }) => (pick(HOSTILE) + (lines ? '\nsecond line' : '')).slice(0, most),
    instant: () => `${day()}T${clock()}:00${pick(['+01:00', 'Z', '-05:30'])}`,
    day, clock, slot: () => `${day()}T${clock()}`,
    zone: () => pick(['Europe/Zurich', 'America/New_York', 'UTC']),
    uuid, rule: () => pick(['ROM-01', 'SAFE-24', 'a.b_c']),
    like: () => pick(['+41 44 123', '112', 'CH']),
    one: ({ of }) => pick(of),
    term: ({ list, without = [] }) => (next() < 0.2 ? uuid()
      : LISTS[list] ? pick([...LISTS[list]].filter((id) => !without.includes(id))) : pick(['heat', 'own_1'])),
    many: ({ of, most }) => Array.from({ length: int(0, Math.min(3, most)) }, () => value(of)),
    parts: ({ parts, required = [] }) => Object.fromEntries(Object.entries(parts)
      .filter(([name]) => required.includes(name) || next() < 0.6).map(([name, rule]) => [name, value(rule)])),
    named: ({ of }) => Object.fromEntries(Array.from({ length: int(0, 3) }, () => [pick(['start', 'when', 'Q-1', '__proto__']), value(of)])),
  };
  /** @param {any} rule */
  const value = (rule) => values[rule.t](rule);
  /** A body no server would refuse. @param {string} kind @returns {Record<string, any>} */
  const body = (kind) => {
    for (;;) {
      const drawn = Object.fromEntries(Object.entries(FIELD_TABLE[kind].fields).filter(() => next() < 0.5).map(([name, rule]) => [name, value(rule)]));
      const found = checkedBody(kind, timed(kind, drawn, values), LISTS);
      if (found.set) return found.set;
    }
  };
  return { int, pick, uuid, day, body, value };
}

/** When it was, in one piece; and what a record is named by. @param {string} kind @param {Record<string, any>} body @param {any} values */
function timed(kind, body, values) {
  const { fields } = FIELD_TABLE[kind];
  const said = { ...body };
  if (fields.at && fields.on && fields.tz) {
    said.at = values.instant();
    Object.assign(said, { on: said.at.slice(0, 10), tz: values.zone() });
  } else if (fields.on) said.on = values.day();
  if (kind === 'safety') said.message_id = values.rule();
  return said;
}
