/** Words for taking a diary along and bringing one in. Pure. */
import { dayName } from '../../ui/dates.js';

/** @typedef {import('../../state/import.js').Plan} Plan */
/** @typedef {import('../../state/import.js').Result} Result */
/** @typedef {import('../../domain/import-merge.js').Choice} Choice */

/** What a kind is called in a list. @type {Record<string, string>} */
const KIND_NAMES = {
  symptom: 'Pain and symptoms', daily: 'Day by day', mood: 'Mood', story: 'Pain Story', medicine: 'Medicines', dose: 'Doses and injections',
  event: 'What happened', profile: 'About me', plan: 'Plans', plan_item: 'Movements of plans', session: 'Sessions', appointment: 'Visits',
  safety: 'Checks', observation: 'What helpers noticed', care_card: 'What helps me', contact: 'Numbers', allergy: 'Allergies',
  request: 'Requests for help', custom: 'My own words', preference: 'Settings', share: 'Sharing',
};

/** @param {string} kind */
export const kindName = (kind) => KIND_NAMES[kind] ?? 'Something else';

/** "1,234" @param {number} count */
export const many = (count) => count.toLocaleString('en-GB');

/** "1 entry", "1,234 entries" @param {number} count */
export const entries = (count) => `${many(count)} ${count === 1 ? 'entry' : 'entries'}`;

/** "2 kB", "12 MB" @param {number} bytes */
export const sizeWords = (bytes) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${Math.round(bytes / 1_000_000)} MB`);

/** Why a file was put aside, and what to do. @param {string} why */
export function unreadWords(why) {
  if (why === 'not_ours') return 'This is not a copy of a Limber diary. Choose a file whose name begins with “limber” and ends with “.json”.';
  if (why === 'newer') return 'A newer Limber made this file. Let Limber update itself, then choose the file again.';
  if (why === 'too_large') return 'This file is too large to be a diary.';
  return 'This file cannot be read. It may be damaged. If you have another copy of it, choose that one.';
}

/** "today", "Friday 20 November": inside of a sentence. @param {string} on @param {string} today */
export const dayWords = (on, today) => dayName(on, today).replace(/^(?:Today|Yesterday)$/, (word) => word.toLowerCase());

/** @param {Plan} plan @param {string} today @returns {string} "A copy from Friday 20 November with 120 entries." */
export function planTitle({ made_at: made, rows }, today) {
  const day = made && /^\d{4}-\d\d-\d\d/.test(made) && !Number.isNaN(Date.parse(`${made.slice(0, 10)}T12:00:00Z`))
    ? ` from ${dayWords(made.slice(0, 10), today)}` : '';
  return `A copy${day} with ${entries(rows.length)}.`;
}

/** @param {number} count @param {string} one - "is" @param {string} more - "are" */
const said = (count, one, more) => `${entries(count)} ${count === 1 ? one : more}`;

/**
 * What taking a file would do, in sentences.
 * @param {Plan} plan
 * @returns {string[]}
 */
export function planSentences({ rows, shares, cut, wanting }) {
  const count = (/** @type {(row: Plan['rows'][number]) => boolean} */ is) => rows.filter(is).length;
  const [fresh, same] = [count(({ did }) => did === 'added'), count(({ did }) => did === 'same')];
  const [gaps, differing] = [count((row) => row.gaps), count((row) => row.differs)];
  const [deleted, erased] = [count(({ did }) => did === 'deleted'), count(({ did }) => did === 'erased')];
  return [
    fresh > 0 && `${said(fresh, 'is', 'are')} not here yet.`,
    same > 0 && `${said(same, 'is', 'are')} here already.`,
    gaps > 0 && `${said(gaps, 'says', 'say')} more in the file than here.`,
    differing > 0 && `${said(differing, 'says', 'say')} something else in the file than here.`,
    deleted > 0 && `${said(deleted, 'was', 'were')} deleted.`,
    erased > 0 && `${said(erased, 'was', 'were')} erased here for good.`,
    shares > 0 && 'Who you share with is not brought in. You can set that up anew.',
    cut && 'The end of this file is missing. What is whole in it can be added.',
    !cut && wanting > 0 && `${said(wanting, 'is', 'are')} missing from this file.`,
  ].filter((text) => typeof text === 'string');
}

/** How many entries would be stored. @param {Plan} plan @param {Choice} choice */
export function toStore({ rows }, choice) {
  return rows.filter(({ did, differs, gaps, item }) => (did === 'added' && (choice.others || item.by === null))
    || (did === 'deleted' && choice.deleted) || (did !== 'impossible' && did !== 'erased' && (gaps || (differs && choice.useFile)))).length;
}

/** The people who wrote entries that are new here. @param {Plan} plan @returns {{count: number, names: string[]}} */
export function byOthers({ rows }) {
  const theirs = rows.flatMap(({ did, item }) => (did === 'added' && item.by !== null ? [item.by] : []));
  return { count: theirs.length, names: [...new Set(theirs)] };
}

/** What was done, in sentences. @param {Result} result @returns {string[]} */
export function resultSentences({ counts, ended }) {
  const of = (/** @type {keyof Result['counts']} */ did) => counts[did] ?? 0;
  const done = [
    of('added') > 0 && `${said(of('added'), 'was', 'were')} added.`,
    of('filled') > 0 && `${said(of('filled'), 'was', 'were')} completed.`,
    of('changed') > 0 && `${said(of('changed'), 'was', 'were')} changed to what the file says.`,
    of('back') > 0 && `${said(of('back'), 'was', 'were')} brought back.`,
  ].filter((text) => typeof text === 'string');
  const end = ended === 'stopped' ? ['You stopped before the end. What was added stays. To get the rest, choose the file again.']
    : ended === 'phone_full' ? ['This phone is full, so the rest was not added. What was added stays. Make some room, then choose the file again.']
      : ended === 'closed' ? ['The rest could not be added. What was added stays. To get the rest, choose the file again.'] : [];
  return [...(done.length > 0 ? done : ['Nothing was added.']), ...end];
}
