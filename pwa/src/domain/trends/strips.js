/** AN-21, AN-23: what the strips of days say, counted. See backend/domain/insights/spasms.py, bowel.py. */
import { dayNumber, holds } from './diary.js';
import { counted } from './table.js';

/**
 * @typedef {import('./diary.js').Diary} Diary
 * @typedef {import('./diary.js').Span} Span
 * @typedef {import('./diary.js').Body} Body
 * @typedef {{what: string, days: number, of: number, other_days: number, of_other: number}} Chip
 */

const MANY = ['3_5', '6_plus', 'most_of_day'];
const STIFF = 7;
const CHIPS = ['full_bladder', 'constipation', 'skin_sore', 'tight_clothes', 'infection', 'heat'];
/** Pain medicines that can do this. */
const CLASSES = ['painkiller', 'opioid', 'nerve_pain_antidepressant', 'nerve_pain_antiseizure', 'muscle_relaxant'];
const CHANGED = ['new', 'worse'];

/** @param {Diary} diary @param {Span} span @returns {[number, Body][]} */
const stripsIn = (diary, span) => (diary.records.daily ?? []).flatMap((body) => {
  const number = dayNumber(body.on);
  return number !== null && holds(span, number) ? [/** @type {[number, Body]} */ ([number, body])] : [];
});

/** Of days of many spasms or much stiffness, and of the others, how many had each thing noted. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<Chip>} */
export function spasms(diary, span) {
  const days = stripsIn(diary, span).filter(([, body]) => isSaid(body.spasms) || isSaid(body.stiffness_nrs));
  const noted = days.map(([number, body]) => ({ many: MANY.includes(body.spasms) || (body.stiffness_nrs ?? 0) >= STIFF, chips: chipsOf(diary, number, body) }));
  const bad = noted.filter(({ many }) => many);
  const other = noted.filter(({ many }) => !many);
  if (bad.length === 0) return { rules: ['AN-21'], sentence: 'No days of many spasms or much stiffness noted.', rows: [], of: days.length };
  const having = (/** @type {typeof noted} */ its, /** @type {string} */ what) => its.filter(({ chips }) => chips.has(what)).length;
  const rows = CHIPS.map((what) => ({ what, days: having(bad, what), of: bad.length, other_days: having(other, what), of_other: other.length }))
    .filter((row) => row.days > 0 || row.other_days > 0);
  return { rules: ['AN-21'], sentence: `${counted(bad.length, 'day')} with many spasms or much stiffness.`, rows, of: days.length };
}

/** @param {unknown} answer */
const isSaid = (answer) => answer !== null && answer !== undefined;

/** @param {Diary} diary @param {number} number @param {Body} strip */
function chipsOf(diary, number, strip) {
  const found = new Set((diary.entries.get(number) ?? []).flatMap(({ body }) => body.triggers ?? []));
  for (const { symptom, change } of strip.intimate ?? []) if (CHANGED.includes(change)) found.add(symptom);
  if (strip.infection?.state === 'yes') found.add('infection');
  if (strip.heat === 'yes' || found.has('hot_humid')) found.add('heat');
  return found;
}

/** Days of new or worse constipation while a pain medicine is in use. Counted, not explained. @param {Diary} diary @param {Span} span @returns {import('./table.js').Table<{card: string, days: number}>} */
export function bowel(diary, span) {
  const uses = Object.values(diary.medicines).filter((body) => CLASSES.includes(body.class))
    .map((body) => ({ first: dayNumber(body.started_on) ?? span.first, last: dayNumber(body.stopped_on) ?? span.last }));
  const days = stripsIn(diary, span).filter(([number, { intimate }]) => uses.some((one) => holds(one, number))
    && (intimate ?? []).some((/** @type {Body} */ one) => one.symptom === 'constipation' && CHANGED.includes(one.change))).length;
  if (days === 0) return { rules: ['AN-23'], sentence: 'Nothing noted of this.', rows: [], of: 0 };
  return { rules: ['AN-23'], sentence: `Constipation on ${counted(days, 'day')} with a pain medicine in use. A pharmacist can help.`, rows: [{ card: 'CARD-17', days }], of: days };
}
