/**
 * One flat object of what is known, as the safety rules read it. The same as backend/domain/facts.py; both read
 * tests/vectors/facts.json. Every input of the pack is in it; null is "nobody said so". A private record counts, since
 * safety comes first.
 */
import { changedPlaces, newAndWorse, painNewOrUp, past, spasmsOrPainUp, withToday } from './changes.js';
import * as history from './history.js';
import { inUse } from './medicine.js';

/**
 * @typedef {import('./history.js').Body} Body
 *
 * @typedef {object} Known - bodies of records, none of them deleted
 * @property {Body | null} [entry] - the one just saved
 * @property {Body | null} [day] - the strip of its date
 * @property {Body | null} [mood]
 * @property {Record<string, string>} [checks] - answers by question: yes, no or not_sure
 * @property {Body | null} [profile]
 * @property {readonly {id: string, body: Body, changed_on?: string}[]} [medicines] - changed_on: when the record last changed
 * @property {readonly Body[]} [doses]
 * @property {readonly Body[]} [stories]
 * @property {readonly Body[]} [events]
 * @property {{running?: boolean | null, at?: string | null} | null} [session] - at: the end of the last one, an instant
 * @property {{symptoms?: readonly Body[], dailies?: readonly Body[], moods?: readonly Body[]}} [past] - without the entry
 * @property {string} today - a date
 * @property {string} now - an instant
 */

/** Without its relaxant a body is in danger for days, so one that was ended still counts this long. */
const WITHDRAWAL_DAYS = 7;

/**
 * Every input of the pack by its id, answers as `checks.<question>`, and what only the rhythm reads.
 * @param {Known} known
 * @returns {import('./safety.js').Facts}
 */
export function facts(known) {
  const checks = Object.fromEntries(Object.entries(known.checks ?? {}).map(([name, answer]) => [`checks.${name}`, answer]));
  return { ...ofEntry(known), ...ofDay(known), ...ofSession(known), ...ofHistory(known), ...ofProfile(known), ...said(known), ...checks };
}

/** @param {Known} known */
function ofEntry(known) {
  const { entry, today } = known;
  return {
    'entry.symptom': entry?.symptom ?? null,
    'entry.severity': entry?.severity_nrs ?? null,
    'entry.regions': entry ? history.regionsOf(entry) : null,
    'entry.words': entry?.words ?? null,
    'entry.patterns': entry?.patterns ?? null,
    'entry.triggers': entry?.triggers ?? null,
    'entry.usual': entry ? Boolean(entry.same_as) : null,
    'place.changed': entry ? changedPlaces(entry, past(known, 'symptoms'), today) : null,
  };
}

/** @param {Known} known */
function ofDay(known) {
  const { day, today } = known;
  const [fresh, worse] = newAndWorse(known);
  const fell = (known.events ?? []).some(({ type, on }) => type === 'fall' && on === today);
  const falls = day?.falls ?? null;
  const saidFalls = falls !== null && ((falls.count ?? null) !== null || (falls.injured ?? null) !== null);
  return {
    'day.new_symptoms': fresh,
    'day.worse_symptoms': worse,
    'day.spasms_or_pain_up': spasmsOrPainUp(known, fresh, worse),
    'day.heat': day?.heat ?? null,
    'day.infection': day?.infection?.state ?? (isIll(known) ? 'yes' : null),
    'day.fall': fell || saidFalls ? fell || falls?.count > 0 || falls?.injured === true : null,
    'day.fall_injured': falls?.injured ?? null,
  };
}

/** @param {Known} known */
const isIll = ({ events = [], today }) => events.some(({ type, on, until_on }) => type === 'illness' && on && on <= today && today <= (until_on ?? on));

/** @param {Known} known */
function ofSession({ session, now }) {
  const hours = session?.at ? history.hoursBetween(session.at, now) : -1;
  return { 'session.running': session?.running ?? null, 'session.hours_since': hours < 0 ? null : Math.floor(hours) };
}

/** @param {Known} known */
function ofHistory(known) {
  const { entry, today, now, events = [], stories = [] } = known;
  const symptoms = withToday(known, 'symptoms', 'entry');
  const dailies = withToday(known, 'dailies', 'day');
  const injected = history.injections(known.medicines ?? [], known.doses ?? [], now);
  const last = injected.at(-1);
  return {
    'history.first_leg_pain': history.firstLegPain(entry, past(known, 'symptoms')),
    'history.hip_days_of_14': history.hipDaysOf14(symptoms, today),
    'history.two_weeks_no_better': history.twoWeeksNoBetter(symptoms, today),
    'history.strong_days_of_7': history.strongDaysOf7(symptoms, today),
    'history.sleep_lost_nights_of_7': history.sleepLostNightsOf7(symptoms, dailies, today),
    'history.falls_of_28_days': history.fallsOf28Days(dailies, events, today),
    'history.rise_after_injections': history.riseAfterInjections(injected, symptoms),
    'history.pain_changed': history.painChanged(stories, today),
    'history.low_mood_2_weeks': history.lowMood2Weeks(withToday(known, 'moods', 'mood'), today),
    'history.hours_since_interferon': last ? Math.floor(history.hoursBetween(last, now)) : null,
    'history.pain_new_or_up': painNewOrUp(known, dailies),
  };
}

/** @param {Known} known */
function ofProfile({ profile, events = [], medicines = [], today }) {
  const { ever = null, last_on = null } = profile?.alemtuzumab ?? {};
  const days = history.daysBack(last_on, today);
  return {
    'profile.steroids': steroids(profile, events),
    'profile.conditions': profile?.conditions ?? null,
    'profile.alemtuzumab': ever === null && last_on ? true : ever,
    'profile.alemtuzumab_days': days === null || days < 0 ? null : days,
    'profile.medicine_classes': medicineClasses(medicines, today),
  };
}

/** Dates on which something changed that questions rest on; a date to come is none yet. @param {Known} known */
function said({ profile, medicines = [], doses = [], events = [], today }) {
  const relaxants = medicines.filter(({ body }) => body.class === 'muscle_relaxant');
  const ids = new Set(relaxants.map(({ id }) => id));
  const left = doses.filter(({ medicine_id, status }) => ids.has(medicine_id) && status === 'skipped');
  const changed = [
    ...relaxants.flatMap(({ body, changed_on }) => [body.started_on, body.stopped_on, changed_on]),
    ...left.map(({ on, slot }) => on ?? slot?.slice(0, 10)),
  ];
  const drips = [profile?.alemtuzumab?.last_on, ...events.filter(({ type }) => type === 'infusion').map(({ on }) => on)];
  return { 'said.relaxant': newest(changed, today), 'said.alemtuzumab': newest(drips, today) };
}

/** @param {(string | null | undefined)[]} dates @param {string} today @returns {string | null} */
const newest = (dates, today) => dates.filter((one) => one && one <= today).sort().at(-1) ?? null;

/** Courses as the person said them; courses noted as events count where they are more. @param {Body | null | undefined} profile @param {readonly Body[]} events */
export function steroids(profile, events) {
  const said = profile?.steroids?.times ?? null;
  const noted = events.filter(({ type }) => type === 'steroid_course').length;
  if (noted === 0 || (['2_4', '5_plus'].includes(said) && noted < 5)) return said;
  if (noted === 1) return 'once';
  return noted < 5 ? '2_4' : '5_plus';
}

/** Classes in use. One that was ended counts no more, but for a relaxant in its first week without. @param {readonly {body: Body}[]} medicines @param {string} today */
function medicineClasses(medicines, today) {
  if (medicines.length === 0) return null;
  const lately = (/** @type {Body} */ body) => body.class === 'muscle_relaxant' && history.within(body.stopped_on, today, WITHDRAWAL_DAYS);
  const used = medicines.filter(({ body }) => body.class && (inUse(body, today) || lately(body))).map(({ body }) => body.class);
  return [...new Set(used)].sort();
}
