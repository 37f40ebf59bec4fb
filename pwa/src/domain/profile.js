/** What plans and checks may know of the person. Every answer may be left out; absent and null mean "not said". Pure. */

/**
 * @typedef {object} Aid
 * @property {string} aid - vocabulary id
 * @property {string | null} [since_on] - date
 * @property {'left' | 'right' | 'both' | null} [hand] - the hand that holds it, or the side it is worn on
 * @property {string | null} [checked_on] - the date a professional looked at it
 *
 * @typedef {object} Profile
 * @property {string | null} [mobility] - vocabulary id
 * @property {Aid[] | null} [aids]
 * @property {'left' | 'right' | 'both' | 'neither' | 'not_sure' | null} [weaker_side]
 * @property {boolean | null} [helper_available]
 * @property {string[] | null} [conditions] - vocabulary ids
 * @property {{times?: string | null, last_on?: string | null, route?: string | null} | null} [steroids]
 * @property {{ever?: boolean | null, last_on?: string | null} | null} [alemtuzumab]
 * @property {boolean | null} [heat_sensitive]
 * @property {'yes' | 'no' | 'not_asked' | null} [clearance]
 * @property {string[] | null} [goals] - vocabulary ids
 * @property {string | null} [own_goal] - up to 200 characters
 * @property {string[] | null} [activities] - vocabulary ids
 * @property {string[] | null} [equipment] - vocabulary ids
 * @property {number | null} [minutes] - of one session
 * @property {string[] | null} [days] - mon to sun
 * @property {string[] | null} [movements] - beyond the core set, that plans may use all the same
 * @property {string[] | null} [left_out] - movements that no session shall have
 *
 * @typedef {object} Ask
 * @property {string} id - names the step; the field of the record too unless `field` says another
 * @property {string} title - the question
 * @property {string} row - its short name in the list
 * @property {'one' | 'many' | 'truth' | 'aids' | 'steroids' | 'infusion' | 'time'} form
 * @property {string} [list] - the vocabulary it is answered from
 * @property {ReadonlyArray<{id: string, label: string}>} [options] - where there is no vocabulary
 * @property {ReadonlyArray<string>} [first] - ids shown before "More"
 * @property {string} [line] - a sentence under the question
 */

export const OWN_GOAL_MOST = 200;

const SIDES = [
  { id: 'right', label: 'Right' }, { id: 'left', label: 'Left' }, { id: 'both', label: 'Both alike' },
  { id: 'neither', label: 'Neither' }, { id: 'not_sure', label: 'Not sure' },
];

export const STEROID_TIMES = [
  { id: 'never', label: 'Never' }, { id: 'once', label: 'Once' }, { id: '2_4', label: '2 to 4 times' },
  { id: '5_plus', label: '5 times or more' }, { id: 'not_sure', label: 'Not sure' },
];

const CLEARANCE = [
  { id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }, { id: 'not_asked', label: 'I have not asked' },
];

export const DAYS = [
  { id: 'mon', label: 'Monday' }, { id: 'tue', label: 'Tuesday' }, { id: 'wed', label: 'Wednesday' },
  { id: 'thu', label: 'Thursday' }, { id: 'fri', label: 'Friday' }, { id: 'sat', label: 'Saturday' }, { id: 'sun', label: 'Sunday' },
];

/** The three lengths a session has. */
export const MINUTES = [3, 8, 15];

/** @type {ReadonlyArray<{title: string, asks: ReadonlyArray<Ask>}>} */
export const SECTIONS = [
  { title: 'How I move', asks: [
    { id: 'mobility', title: 'How do you get about most days?', row: 'Getting about', form: 'one', list: 'mobility' },
    { id: 'aids', title: 'Which aids do you use?', row: 'Aids', form: 'aids', list: 'aids',
      first: ['stick', 'crutch', 'two_sticks', 'rollator', 'wheelchair', 'afo', 'foot_up', 'grab_rail'] },
    { id: 'weaker_side', title: 'Is one side weaker?', row: 'Weaker side', form: 'one', options: SIDES },
    { id: 'helper_available', title: 'Is there somebody who can give you a hand?', row: 'A helping hand', form: 'truth',
      line: 'Some movements are easier with a helper.' },
  ] },
  { title: 'My health', asks: [
    { id: 'conditions', title: 'Do you live with any of these, or had an operation?', row: 'Conditions and operations', form: 'many', list: 'conditions',
      line: 'Only what you want to say. Movements that do not suit it can then be left out.',
      first: ['multiple_sclerosis', 'osteoarthritis', 'osteoporosis', 'sciatica', 'joint_replacement', 'spine_surgery', 'heart', 'blood_pressure',
        'diabetes', 'carpal_tunnel'] },
    { id: 'steroids', title: 'How often have you had a course of steroids?', row: 'Steroid courses', form: 'steroids',
      line: 'Such as for a relapse. It matters for bones and joints.' },
    { id: 'alemtuzumab', title: 'Have you ever had alemtuzumab infusions?', row: 'Alemtuzumab infusions', form: 'infusion',
      line: 'Also called Lemtrada. Some warning signs are read with more care after it.' },
    { id: 'heat_sensitive', title: 'Do warmth or fever make your symptoms worse?', row: 'Heat makes it worse', form: 'truth' },
    { id: 'clearance', title: 'Has a doctor or therapist said exercise is fine for you?', row: 'Exercise is fine for me', form: 'one',
      options: CLEARANCE, line: 'Without a yes, plans keep to gentle movements, lying or seated.' },
  ] },
  { title: 'What I want', asks: [
    { id: 'goals', title: 'What would you like to be able to do?', row: 'Goals', form: 'many', list: 'goals', first: [] },
    { id: 'activities', title: 'What do you like doing?', row: 'What I like', form: 'many', list: 'liked_activities', first: [] },
    { id: 'equipment', title: 'What do you have at hand?', row: 'What I have', form: 'many', list: 'equipment',
      first: ['chair', 'bed', 'mat', 'wall', 'worktop', 'strap', 'band', 'ball', 'pillow', 'pool'] },
    { id: 'time', title: 'Which days suit you, and how long?', row: 'Days and minutes', form: 'time' },
  ] },
];

export const ASKS = SECTIONS.flatMap(({ asks }) => asks);

/** Names a step about one aid: "aid:stick". */
const AID = 'aid:';

/**
 * Every step in its order. What was chosen opens the steps about it.
 * @param {Profile} body
 * @returns {string[]}
 */
export function steps(body) {
  return ASKS.flatMap(({ id }) => {
    if (id === 'aids') return [id, ...(body.aids ?? []).map(({ aid }) => AID + aid)];
    if (id === 'steroids' && hadSteroids(body)) return [id, 'steroids_last'];
    return [id];
  });
}

/** @param {string} step @returns {string | null} the aid a step is about */
export const aidOf = (step) => (step.startsWith(AID) ? step.slice(AID.length) : null);

/** @param {Profile} body */
export const hadSteroids = ({ steroids }) => Boolean(steroids?.times) && steroids?.times !== 'never';

/**
 * One answer of one: the same again takes it back.
 * @template T
 * @param {T | null | undefined} chosen
 * @param {T} given
 * @returns {T | null}
 */
export const again = (chosen, given) => (chosen === given ? null : given);

/**
 * @param {ReadonlyArray<string> | null | undefined} chosen
 * @param {string} id
 * @returns {string[]}
 */
export function toggled(chosen, id) {
  const now = chosen ?? [];
  return now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
}

/**
 * @param {ReadonlyArray<Aid> | null | undefined} aids
 * @param {string} aid
 * @returns {Aid[]}
 */
export function toggledAid(aids, aid) {
  const now = aids ?? [];
  return now.some((one) => one.aid === aid) ? now.filter((one) => one.aid !== aid) : [...now, { aid }];
}

/**
 * @param {ReadonlyArray<Aid> | null | undefined} aids
 * @param {string} aid
 * @param {Partial<Aid>} set
 * @returns {Aid[]}
 */
export const changedAid = (aids, aid, set) => (aids ?? []).map((one) => (one.aid === aid ? { ...one, ...set } : one));

/**
 * A whole date that has been; what is still being typed is none yet.
 * @param {string} value
 * @param {string} today
 */
export const pastDay = (value, today) => /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '1900-01-01' && value <= today;
