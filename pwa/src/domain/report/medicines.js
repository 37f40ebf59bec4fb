/** The list of medicines, pain after injections, and what was said of steroids (backend/reports/timeline.py). Pure. */
import { STEROID_PLACES } from '../history.js';
import { maybeAgain } from '../twice.js';
import { facts, row, table } from './blocks.js';
import { timesOf } from './felt.js';
import { injectionView, injectionWords } from './injections.js';
import { profileOf } from './material.js';
import { count, day, lowered, sentenceCase } from './words.js';

/** @typedef {import('./material.js').Material} Material */
/** @typedef {Record<string, any>} Body */

/** @type {Record<string, string>} */
const EFFECTS = { better: 'pain better', same: 'no change', worse: 'pain worse', unsure: 'not sure' };
/** @type {Record<string, string>} */
const TIMES = { never: 'never', once: 'once', '2_4': '2 to 4 times', '5_plus': '5 times or more' };
const UNSAID = 'Not said';

/** @param {Material} material @returns {import('./shape.js').Section} */
export function medicines(material) {
  const rows = material.of('medicine').map(({ id, body }) => row(`medicine.${id}`,
    material.words.of('medicine_classes', body.class || 'other', true), regimenText(body) || UNSAID, medicineDates(body) || UNSAID, effects(material, body)));
  const known = new Set(material.of('medicine').map(({ id }) => id));
  const again = maybeAgain(material.within('dose').filter(({ body }) => known.has(body.medicine_id)));
  const counted = doses(material, new Set(again));
  const view = injectionView(material);
  const more = [...(view ? [row('medicines.injections', 'Pain after injections', ...injectionWords(view))] : []), ...steroids(material)];
  return { id: 'medicines', title: 'Medicines', blocks: [
    table('medicines.list', '', ['Kind', 'Name and dose as typed', 'When', 'Effect and side effects, as noted'], rows),
    ...(counted.length > 0 ? [table('medicines.doses', 'Doses noted in this period', ['Medicine', 'Taken', 'Taken late', 'Skipped'], counted)] : []),
    ...(again.length > 0 ? [facts('medicines.twice', 'Doses noted twice', [row('medicines.twice.row', 'One dose or two', twiceWords(again.length))])] : []),
    ...(more.length > 0 ? [facts('medicines.more', 'Injections and steroids', more)] : []),
  ] };
}

/** @param {number} n - how many */
const twiceWords = (n) => `${count(n, 'dose')} ${n === 1 ? 'was' : 'were'} noted twice, and nobody has said yet whether that was one dose or two. `
  + `${n === 1 ? 'It' : 'Each'} is counted once.`;

/**
 * How often each was noted. What nobody noted is neither taken nor skipped.
 * @param {Material} material @param {ReadonlySet<import('./material.js').Rec>} again - those that may be one that is counted
 */
function doses({ of, within, words }, again) {
  const noted = timesOf(within('dose').filter((dose) => !again.has(dose)).flatMap(({ body }) => [body.medicine_id, `${body.medicine_id} ${body.status}`]));
  return of('medicine').filter(({ id }) => noted.has(id)).map(({ id, body }) => row(`doses.${id}`, regimenText(body) || words.of('medicine_classes', body.class || 'other'),
    ...['taken', 'late', 'skipped'].map((status) => String(noted.get(`${id} ${status}`) ?? 0))));
}

/** "Interferon beta: Name 30 micrograms, since 1 Sep 2025", of those used in the period. @param {Material} material */
export const medicineLines = (material) => material.of('medicine').map(({ body }) => body)
  .filter(({ started_on: begun, stopped_on: ended }) => !(ended && ended < material.first) && !(begun && begun > material.last))
  .map((body) => [[material.words.of('medicine_classes', body.class || 'other'), regimenText(body)].filter(Boolean).join(': '), medicineDates(body)].filter(Boolean).join(', '))
  .map((said) => `${said}.`);

/** Name and dose as they were typed; nothing is worked out from them. @param {Body} body */
function regimenText({ regimen }) {
  const dose = [regimen?.dose_text, regimen?.unit_text].filter(Boolean).join(' ');
  return [regimen?.name, dose].filter(Boolean).join(', ');
}

/** Since when, and until when. @param {Body} body */
const medicineDates = ({ started_on: begun, stopped_on: ended }) => (
  [begun && `${ended ? 'from' : 'since'} ${day(begun)}`, ended && `stopped ${day(ended)}`].filter(Boolean).join(' '));

/** @param {Material} material @param {Body} body */
function effects({ words }, body) {
  const side = words.listed('side_effects', body.side_effects ?? []);
  return [EFFECTS[body.effect], side && `side effects: ${side}`].filter(Boolean).join('; ') || UNSAID;
}

/** Beside hip or bone pain a clinician looks for them. @param {Material} material */
function steroids(material) {
  const { steroids: said, alemtuzumab } = profileOf(material);
  const rows = [];
  const had = Boolean(alemtuzumab?.ever || (said?.times && said.times !== 'never'));
  if (said?.times) {
    const route = said.route ? `, ${lowered(material.words.of('steroid_routes', said.route))}` : '';
    const last = said.last_on ? `, last on ${day(said.last_on)}` : '';
    rows.push(row('medicines.steroids', 'Steroids so far', sentenceCase(`${TIMES[said.times] ?? 'not sure'}${route}${last}.`)));
  }
  if (alemtuzumab?.ever) rows.push(row('medicines.alemtuzumab', 'Alemtuzumab', `Yes${alemtuzumab.last_on ? `, last on ${day(alemtuzumab.last_on)}` : ''}.`));
  if (had) {
    const there = material.pains.filter(({ sites }) => sites.some((site) => STEROID_PLACES.includes(site.split(' ')[0])));
    const days = count(new Set(there.map(({ on }) => on)).size, 'day');
    rows.push(row('medicines.bones', 'Hip, groin, thigh, knee or shoulder', `An entry of pain there on ${days} of this period.`));
  }
  return rows;
}
