/**
 * Which doses are due, and what was noted of them. Pure: the wall clock comes in.
 *
 * A slot is the local date and minute a dose is for, without a zone. So a dose noted before a flight, or before the
 * clocks change, answers the same slot after it.
 */
import { inUse, injects, WEEKDAYS } from './medicine.js';

/**
 * @typedef {import('./medicine.js').Rec} Rec
 *
 * @typedef {object} Slot
 * @property {string} key
 * @property {Rec} medicine
 * @property {string} on - YYYY-MM-DD
 * @property {string | null} slot - YYYY-MM-DDTHH:MM, null where no time is given
 * @property {Rec[]} doses - what was noted of it, oldest first
 */

/** A dose may be noted this long before its time. */
const BEFORE_MINUTES = 60;
/** A late evening's dose stays in sight this long after midnight. */
const AFTER_MIDNIGHT_MINUTES = 180;
/** "Taken" without a time belongs to the nearest open slot this close. */
const NEAR_MINUTES = 120;
const AGAIN_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;
export const EARLIER_DAYS = 14;

/** The date a dose was for. @param {Rec} dose @returns {string} */
export const dayOf = ({ body }) => body.slot?.slice(0, 10) ?? body.on ?? body.at?.slice(0, 10) ?? '';

/** @param {Rec} dose */
export const wasTaken = ({ body }) => body.status === 'taken' || body.status === 'late';

/** The date on which a dose went in. @param {Rec} dose @returns {string} */
const takenOn = ({ body }) => body.at?.slice(0, 10) ?? body.on ?? body.slot?.slice(0, 10) ?? '';

/**
 * The slots of one medicine on one day.
 * @param {Rec} medicine
 * @param {string} on
 * @param {readonly Rec[]} doses - of any medicine
 * @returns {Slot[]}
 */
export function slotsOn(medicine, on, doses) {
  const { regimen } = medicine.body;
  const mine = doses.filter(({ body }) => body.medicine_id === medicine.id);
  if (!regimen || !inUse(medicine.body, on) || !isDay(regimen, on, mine)) return [];
  const times = regimen.times ?? [];
  if (times.length === 0 && !regimen.days?.length && !regimen.every_days) return [];
  return (times.length > 0 ? times : [null]).map((/** @type {string | null} */ time) => {
    const slot = time && `${on}T${time}`;
    return { key: `${medicine.id} ${slot ?? on}`, medicine, on, slot, doses: answers(medicine, on, slot, mine) };
  });
}

/** @param {import('./medicine.js').Regimen} regimen @param {string} on @param {readonly Rec[]} mine */
function isDay({ days, every_days, from_on }, on, mine) {
  if (every_days) return isEvery(every_days, from_on ?? null, on, mine);
  return !days?.length || days.includes(WEEKDAYS[(dayNumber(on) + 3) % 7]);
}

/**
 * Counted from the last one taken, so that a late injection never brings the next one closer.
 * @param {number} every
 * @param {string | null} from
 * @param {string} on
 * @param {readonly Rec[]} mine
 */
function isEvery(every, from, on, mine) {
  const last = mine.filter(wasTaken).map(takenOn).filter((day) => day < on).sort().at(-1) ?? null;
  const anchor = last && (!from || last >= from) ? last : from;
  return anchor !== null && on >= anchor && (dayNumber(on) - dayNumber(anchor)) % every === 0;
}

/**
 * @param {Rec} medicine
 * @param {string} on
 * @param {string | null} slot
 * @param {readonly Rec[]} mine
 */
function answers({ body }, on, slot, mine) {
  // One injection answers its day, at whatever time it was.
  const whole = slot === null || (injects(body) && (body.regimen.times ?? []).length < 2);
  return mine.filter((dose) => (whole ? dayOf(dose) === on : dose.body.slot === slot)).sort(byTime);
}

/**
 * Every slot that can be noted now: those of today from an hour before, injections all day, and what was noted today.
 * What was not noted on a day that is over is not in it.
 * @param {readonly Rec[]} medicines
 * @param {readonly Rec[]} doses
 * @param {string} now - the wall clock, YYYY-MM-DDTHH:MM
 * @returns {Slot[]} earliest first
 */
export function dueNow(medicines, doses, now) {
  const today = now.slice(0, 10);
  const around = [-1, 0, 1].map((days) => dayFrom(today, days));
  return medicines.flatMap((medicine) => around.flatMap((on) => slotsOn(medicine, on, doses)))
    .filter((slot) => isDue(slot, now, today))
    .sort((a, b) => (a.slot ?? a.on).localeCompare(b.slot ?? b.on));
}

/** @param {Slot} slot @param {string} now @param {string} today */
function isDue({ on, slot, doses, medicine }, now, today) {
  if (on === today && (slot === null || doses.length > 0 || injects(medicine.body))) return true;
  if (slot === null) return false;
  const since = minutes(now) - minutes(slot);
  return since >= -BEFORE_MINUTES && (on === today || since <= (on < today ? AFTER_MIDNIGHT_MINUTES : 0));
}

/**
 * The open slot that a dose taken now belongs to: that day's for an injection, else the nearest within two hours.
 * @param {readonly Slot[]} due
 * @param {Rec} medicine
 * @param {string} now
 * @returns {string | null}
 */
export function slotFor(due, medicine, now) {
  const near = due.filter((one) => one.medicine.id === medicine.id && one.slot !== null && one.doses.length === 0)
    .map(({ slot }) => ({ slot: /** @type {string} */ (slot), apart: Math.abs(minutes(now) - minutes(slot ?? now)) }))
    .filter(({ apart }) => injects(medicine.body) || apart <= NEAR_MINUTES)
    .sort((a, b) => a.apart - b.apart);
  return near[0]?.slot ?? null;
}

/**
 * The dose already noted that one more could be a slip of: the same slot or the same injection, within 12 hours.
 * @param {Rec} medicine
 * @param {string | null} slot
 * @param {readonly Rec[]} doses
 * @param {number} nowMs - milliseconds since 1970 UTC
 * @returns {Rec | null} the newest
 */
export function alreadyTaken(medicine, slot, doses, nowMs) {
  return doses.filter((dose) => dose.body.medicine_id === medicine.id && wasTaken(dose) && dose.body.at)
    .filter(({ body }) => Math.abs(nowMs - Date.parse(body.at)) < AGAIN_MS)
    .filter(({ body }) => injects(medicine.body) || !slot || !body.slot || body.slot === slot)
    .sort(byTime).at(-1) ?? null;
}

/**
 * Whether a dose noted on another phone may not have arrived here yet.
 * @param {string} mode - of the session
 * @param {{name: string, waiting: number, at: string | null}} sync
 * @param {boolean} online
 * @param {number} nowMs
 */
export function mayLack(mode, { name, waiting, at }, online, nowMs) {
  if (mode !== 'account') return false;
  const quiet = !at || nowMs - Date.parse(at) > 2 * 60_000;
  return !online || name === 'could_not' || (name === 'waiting' && waiting > 0 && quiet);
}

/** @param {Rec} a @param {Rec} b */
function byTime(a, b) {
  return Date.parse(a.body.at ?? `${dayOf(a)}T00:00:00Z`) - Date.parse(b.body.at ?? `${dayOf(b)}T00:00:00Z`);
}

/** Minutes between wall clocks, as a person counts them. @param {string} wall */
const minutes = (wall) => Date.parse(`${wall}:00Z`) / 60_000;

/** Days since 1970-01-01, a Thursday. @param {string} on */
const dayNumber = (on) => Math.round(Date.parse(`${on}T00:00:00Z`) / DAY_MS);

/** @param {string} on @param {number} days */
const dayFrom = (on, days) => new Date((dayNumber(on) + days) * DAY_MS).toISOString().slice(0, 10);

/**
 * The doses of a part of the outline, however old they are.
 * @param {string} text - lines as outline.js writes them
 * @returns {{id: string, at: string, hidden: boolean, ids: string[]}[]} at: the wall clock; ids: medicine, site, reactions
 */
export function dosesInOutline(text) {
  return text.split('\n').map((line) => line.split('\t')).filter(([, , kind]) => kind === 'dose')
    .map(([at, id, , , , flags, , ids]) => ({ id, at, hidden: flags.includes('p'), ids: ids.split(' ').filter(Boolean) }));
}
