/** Exercise: what was planned, what was done, and pain before and after (backend/reports/exercise.py). Pure. */
import { facts, NOTHING, row, table } from './blocks.js';
import { commonest, medianLow, timesOf } from './felt.js';
import { capitalised, count, lowered } from './words.js';

/** @typedef {import('./material.js').Material} Material */

const TOP_MOVEMENTS = 8;
const FELT = { easier: 'easier', same: 'the same', worse: 'worse' };
const OUTCOMES = { done: 'done', part: 'in part', skipped: 'left out', stopped: 'stopped' };

/** One line: sessions planned and done. @param {Material} material */
export function exerciseLine(material) {
  const planned = new Set(material.within('plan_item').map(({ body }) => `${body.on} ${body.session_no || 1}`)).size;
  const sessions = material.within('session');
  if (planned === 0 && sessions.length === 0) return NOTHING;
  return `${count(sessions.length, 'session')} noted${planned ? `; ${planned} planned` : ''}${painWords(sessions)}.`;
}

/** @param {readonly {body: any}[]} sessions */
function painWords(sessions) {
  const pairs = sessions.filter(({ body }) => Number.isFinite(body.pain_before_nrs) && Number.isFinite(body.pain_after_nrs));
  if (pairs.length === 0) return '';
  const before = medianLow(pairs.map(({ body }) => body.pain_before_nrs));
  const after = medianLow(pairs.map(({ body }) => body.pain_after_nrs));
  return `; median pain ${before} before, ${after} after (${count(pairs.length, 'pair')})`;
}

/** The sessions, and what was moved most. @param {Material} material */
export function exerciseBlocks(material) {
  const bodies = material.within('session').map(({ body }) => body);
  const parts = bodies.flatMap((body) => body.done ?? []);
  const felt = inWords(FELT, timesOf(bodies.flatMap((body) => body.felt || [])));
  const outcomes = inWords(OUTCOMES, timesOf(parts.map(({ outcome }) => outcome)));
  const moved = timesOf(parts.filter(({ outcome }) => outcome === 'done' || outcome === 'part').map(({ movement }) => movement));
  const rows = commonest(moved, TOP_MOVEMENTS)
    .map((id) => row(`exercise.${id}`, material.packs.movements.get(id) ?? lowered(id), String(moved.get(id))));
  return [
    facts('exercise.facts', 'Exercise planned and done', [
      row('exercise.counted', 'Sessions', exerciseLine(material)),
      ...(outcomes ? [row('exercise.outcomes', 'Movements', outcomes)] : []),
      ...(felt ? [row('exercise.felt', 'Felt afterwards', felt)] : []),
    ]),
    table('exercise.movements', 'Movements done most', ['Movement', 'Sessions'], rows),
  ];
}

/** "Done 40, left out 2." @param {Record<string, string>} words @param {Map<string, number>} times */
function inWords(words, times) {
  const said = Object.keys(words).filter((one) => times.has(one)).map((one) => `${words[one]} ${times.get(one)}`).join(', ');
  return said && `${capitalised(said)}.`;
}
