/** The dated timeline, and symptoms other than pain that were new or worse (backend/reports/timeline.py). Pure. */
import { row, table } from './blocks.js';
import { onOf } from './felt.js';
import { count, day, lowered } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {import('./shape.js').Row} Row */

/** @type {Record<string, string>} */
const EVENTS = {
  relapse_suspected: 'Relapse suspected by the person',
  relapse_confirmed: 'Relapse, marked as confirmed',
  relapse_over: 'Relapse, marked as over',
  steroid_course: 'Steroid course',
  infusion: 'Infusion',
  illness: 'Illness',
  fall: 'Fall',
  new_aid: 'New aid',
  operation: 'Operation',
};

/** @param {Material} material @returns {import('./shape.js').Section} */
export function events(material) {
  return { id: 'events', title: 'Other symptoms and events', blocks: [
    table('events.timeline', 'What happened when', ['Date', 'What', 'In the person\'s words'], dated(material)),
    table('events.symptoms', 'Other symptoms', ['Symptom', 'Days new', 'Days worse', 'First and last'], symptoms(material)),
  ] };
}

/** "30 Aug 2026 to 13 Sep 2026: Relapse, marked as over: “My leg was numb.”" The oldest first. @param {Material} material */
export const eventLines = (material) => dated(material).map(({ cells: [when, what, own] }) => (own ? `${when}: ${what}: “${own}”` : `${when}: ${what}.`));

/** @param {Material} material @returns {Row[]} the oldest first */
function dated(material) {
  const found = [...noted(material), ...material.within('daily').flatMap((rec) => ofDay(material, rec))];
  // Those of one day stay in their order.
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

/** @param {Material} material @returns {[string, Row][]} */
function noted({ of, first, last, words }) {
  return of('event').flatMap(({ id, body }) => {
    const on = onOf(body);
    if (!on || on > last || (body.until_on || on) < first) return [];
    const where = (body.regions ?? []).map((/** @type {any} */ { region, side }) => words.place(region, side)).join(', ');
    const what = `${EVENTS[body.type] ?? 'Event'}${where ? ` (${lowered(where)})` : ''}`;
    const when = body.until_on && body.until_on !== body.on ? `${day(on)} to ${day(body.until_on)}` : day(on);
    return [/** @type {[string, Row]} */ ([on, row(`event.${id}`, when, what, body.detail || '')])];
  });
}

/** Falls and infections of the strip of a day. @param {Material} material @param {import('./material.js').Rec} rec @returns {[string, Row][]} */
function ofDay({ words }, { id, body }) {
  const on = String(onOf(body));
  const { falls, infection } = body;
  /** @type {[string, Row][]} */
  const rows = [];
  if (falls?.count) {
    const hurt = falls.injured ? ', injured' : falls.injured === false ? ', not injured' : '';
    rows.push([on, row(`fall.${id}`, day(on), `${count(falls.count, 'fall')}${hurt}`, '')]);
  }
  if (infection?.state === 'yes') {
    const kind = infection.type ? words.of('infection_types', infection.type) : '';
    rows.push([on, row(`infection.${id}`, day(on), `Infection${kind ? `: ${lowered(kind)}` : ''}`, '')]);
  }
  return rows;
}

/** @param {Material} material */
function symptoms({ within, words }) {
  /** @type {Map<string, {new: string[], worse: string[]}>} */
  const found = new Map();
  for (const { body } of within('daily')) {
    for (const { symptom, change } of body.symptoms ?? []) {
      if (change !== 'new' && change !== 'worse') continue;
      const its = found.get(symptom) ?? { new: [], worse: [] };
      its[/** @type {'new' | 'worse'} */ (change)].push(String(onOf(body)));
      found.set(symptom, its);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([symptom, its]) => {
    const every = [...its.new, ...its.worse].sort();
    const [start, end] = [day(every[0]), day(every.at(-1))];
    return row(`events.${symptom}`, words.of('symptoms', symptom, true), String(its.new.length), String(its.worse.length), start === end ? start : `${start}, ${end}`);
  });
}
