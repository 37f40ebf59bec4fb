/** What somebody may be frightened of, as facts that lead to the questions about it. Nothing is logged by it. Pure. */

/** @typedef {{id: string, title: string, facts: Record<string, any>}} Worry */

/** @type {readonly Worry[]} */
export const WORRIES = [
  { id: 'chest', title: 'Chest or breathing', facts: { 'entry.regions': ['chest'] } },
  { id: 'sudden', title: 'Face, speech, or one side weak', facts: { 'day.new_symptoms': ['weakness', 'speech'] } },
  { id: 'sight', title: 'Sight or eyes', facts: { 'entry.regions': ['eye'], 'day.new_symptoms': ['vision'] } },
  { id: 'legs', title: 'Legs, back, bladder or bowel', facts: { 'entry.regions': ['whole_leg', 'back_any'] } },
  { id: 'swallow', title: 'Swallowing or choking', facts: { 'day.new_symptoms': ['swallowing'] } },
  { id: 'fall', title: 'A fall or a blow', facts: { 'day.fall': true } },
  { id: 'fever', title: 'Fever or infection', facts: { 'day.infection': 'yes' } },
  // The elbow stands for any joint: the questions about joints, and about nothing else.
  { id: 'joint', title: 'A hot or swollen joint', facts: { 'entry.regions': ['elbow'] } },
  { id: 'heat', title: 'Too hot', facts: { 'day.heat': 'yes' } },
  { id: 'mood', title: 'Mood, or thoughts of not living', facts: { 'day.new_symptoms': ['low_mood'] } },
];

/** The one check before a session, in its words. @type {readonly Worry[]} */
export const START = [
  { id: 'start_dizzy', title: 'Dizzy or drowsy', facts: { 'day.new_symptoms': ['drowsy'], 'checks.drowsy_dizzy': 'yes' } },
  { id: 'start_fell', title: 'I fell', facts: { 'day.fall': true } },
  { id: 'start_fever', title: 'Fever', facts: { 'day.infection': 'yes' } },
  { id: 'start_sight', title: 'Sight worse', facts: { 'day.worse_symptoms': ['vision'] } },
  { id: 'start_legs', title: 'Legs worse', facts: { 'day.worse_symptoms': ['weakness'] } },
];

/**
 * The facts with those of worries put over them; lists of several are joined.
 * @param {Record<string, any>} facts
 * @param {readonly string[]} ids
 * @returns {Record<string, any>}
 */
export function withWorries(facts, ids) {
  /** @type {Record<string, any>} */
  const over = {};
  for (const { facts: more } of [...WORRIES, ...START].filter(({ id }) => ids.includes(id))) {
    for (const [name, value] of Object.entries(more)) over[name] = Array.isArray(value) ? [...new Set([...(over[name] ?? []), ...value])] : value;
  }
  // What frightens is never "as usual".
  return { ...facts, ...over, 'place.changed': over['entry.regions'] ?? [], 'entry.usual': null };
}
