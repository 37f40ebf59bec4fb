/** How the person moves, with which aids, and how long they sit (backend/reports/person.py). Pure. */
import { facts, row, table } from './blocks.js';
import { medianLow } from './felt.js';
import { profileOf } from './material.js';
import { capitalised, count, day } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** What the strip of the day holds. */
const LOADS = [
  ['sitting_minutes', 'Longest sitting, minutes'],
  ['standing_minutes', 'Longest standing, minutes'],
  ['wheelchair_hours', 'Hours in the wheelchair'],
];

/** @param {Material} material @returns {import('./shape.js').Section} */
export function mobility(material) {
  const { mobility: level, weaker_side: side, heat_sensitive: heat, aids } = profileOf(material);
  const { words } = material;
  const rows = [
    ...(level ? [row('mobility.level', 'Getting about', words.of('mobility', level))] : []),
    ...(side && side !== 'not_sure' ? [row('mobility.side', 'Weaker side', capitalised(side))] : []),
    ...(typeof heat === 'boolean' ? [row('mobility.heat', 'Worse in heat', heat ? 'Yes' : 'No')] : []),
    ...loads(material),
  ];
  const held = (aids ?? []).map((/** @type {any} */ { aid, hand, since_on: since, checked_on: checked }, /** @type {number} */ at) => (
    row(`aid.${at}`, words.of('aids', aid, true), capitalised(hand || 'Not said'), day(since), day(checked) || 'Not noted')));
  return { id: 'mobility', title: 'Mobility and aids', blocks: [
    facts('mobility.facts', '', rows),
    table('mobility.aids', 'Aids', ['Aid', 'Hand or side', 'Since', 'Last checked'], held),
  ] };
}

/** Medians of what the strip of the day holds. @param {Material} material */
function loads(material) {
  const dailies = material.within('daily').map(({ body }) => body);
  const spells = dailies.map((body) => Object.values(body.active_minutes ?? {}).filter(Number.isFinite)).filter((its) => its.length > 0);
  const active = spells.map((its) => its.reduce((sum, minutes) => sum + minutes, 0));
  const said = LOADS.map(([name, label]) => ({ name, label, given: dailies.map((body) => body[name]).filter(Number.isFinite) }));
  return [...said, { name: 'active_minutes', label: 'Minutes of moving about', given: active }]
    .flatMap(({ name, label, given }) => (given.length > 0 ? row(`mobility.${name}`, label, `Median ${medianLow(given)} (${count(given.length, 'day')}).`) : []));
}
