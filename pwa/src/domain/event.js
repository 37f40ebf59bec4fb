/** Things that happened, and relapses as one thread of three moments. Pure. */

/**
 * @typedef {import('./medicine.js').Rec} Rec
 *
 * @typedef {object} Event
 * @property {string} type - one of EVENTS
 * @property {string} on - YYYY-MM-DD
 * @property {string | null} [until_on]
 * @property {string | null} [detail] - at most 2000 characters
 * @property {{region: string, side: string}[] | null} [regions]
 * @property {boolean | null} [private]
 *
 * @typedef {'relapse_suspected' | 'relapse_confirmed' | 'relapse_over'} Step
 */

/** What can be noted; `span` where it lasts, `places` where a part of the body matters. */
export const EVENTS = Object.freeze([
  { id: 'relapse_suspected', label: 'A relapse, I think', detail: 'You can note what you suspect.', places: true },
  { id: 'steroid_course', label: 'Steroid course', detail: 'Tablets or drip, for some days', span: true },
  { id: 'infusion', label: 'Infusion', detail: 'A treatment by drip', span: true },
  { id: 'illness', label: 'Illness', detail: 'A cold, an infection, a fever', span: true },
  { id: 'fall', label: 'Fall', detail: '', places: true },
  { id: 'new_aid', label: 'New aid', detail: 'A stick, a splint, a chair', places: true },
  { id: 'operation', label: 'Operation', detail: '', places: true },
]);

/** Steps of a relapse that follow the first. */
const LATER = /** @type {Record<string, string>} */ ({
  relapse_confirmed: 'Relapse, confirmed by my team', relapse_over: 'Relapse over',
});

const STEPS = /** @type {const} */ (['relapse_suspected', 'relapse_confirmed', 'relapse_over']);

/** @param {string} type */
export const isRelapse = (type) => /** @type {readonly string[]} */ (STEPS).includes(type);

/** @param {string | null | undefined} type */
export function eventLabel(type) {
  return LATER[type ?? ''] ?? EVENTS.find(({ id }) => id === type)?.label ?? 'Something that happened';
}

/** @param {string | null | undefined} type @param {'span' | 'places'} what */
export function asks(type, what) {
  return /** @type {readonly Record<string, unknown>[]} */ (EVENTS).some((event) => event.id === type && event[what] === true);
}

/**
 * The relapse an event belongs to: from one "suspected" or "confirmed" to the "over" that ends it.
 * @param {readonly Rec[]} events - of any type
 * @param {string} id - of a relapse event
 * @returns {Rec[]} oldest first; empty when the event is none of a relapse
 */
export function threadOf(events, id) {
  return threads(events).find((thread) => thread.some((one) => one.id === id)) ?? [];
}

/** @param {readonly Rec[]} events @returns {Rec[][]} */
function threads(events) {
  /** @type {Rec[][]} */
  const all = [];
  const relapses = events.filter(({ body }) => isRelapse(body.type))
    .sort((a, b) => a.body.on.localeCompare(b.body.on) || step(a) - step(b));
  for (const event of relapses) {
    const open = all.at(-1);
    // A step already taken begins another relapse.
    if (open && step(event) > Math.max(...open.map(step))) open.push(event);
    else all.push([event]);
  }
  return all;
}

/** @param {Rec} event */
const step = ({ body }) => STEPS.indexOf(/** @type {Step} */ (body.type));

/**
 * What can be said next of a relapse, each with one tap.
 * @param {readonly Rec[]} thread
 * @returns {Step[]}
 */
export function nextSteps(thread) {
  const most = thread.length ? Math.max(...thread.map(step)) : STEPS.length;
  return STEPS.slice(most + 1);
}

/**
 * A steroid course noted between the first day of a relapse and its end, or the days after it.
 * @param {readonly Rec[]} events
 * @param {readonly Rec[]} thread
 */
export function steroidOf(events, thread) {
  const [from, over] = [thread[0]?.body.on, thread.find(({ body }) => body.type === 'relapse_over')?.body.on];
  return events.find(({ body }) => body.type === 'steroid_course' && from && body.on >= from && (!over || body.on <= over)) ?? null;
}

/**
 * Whether a span can be kept: it does not end before it begins.
 * @param {string | null | undefined} on
 * @param {string | null | undefined} until_on
 */
export const spanHolds = (on, until_on) => !on || !until_on || on <= until_on;
