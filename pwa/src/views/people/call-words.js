/** What whoever calls for help has at hand: numbers, what cannot be taken, medicines. From what is granted alone. Pure. */
import { contactTitle, inOrder } from '../../domain/contact.js';
import { doseText, inUse } from '../../domain/medicine.js';

/**
 * @typedef {import('./entry-words.js').Entry} Entry
 * @typedef {import('./entry-words.js').Reading} Reading
 * @typedef {{id: string, tier: 'E1' | 'E2', say: string, messages: string[], classes?: string[]}} Sign - a row of the pack
 */

/**
 * @param {readonly Entry[]} seen - granted @param {Reading} reading
 * @param {string} [reader] - the name of whoever holds this phone: nobody calls themselves
 * @returns {{card: Record<string, any> | undefined, numbers: {id: string, title: string, number: string, detail: string, own: boolean}[], allergies: string[], cards: string[], medicines: string[]}}
 */
export function callWords(seen, { today, word }, reader = '') {
  const of = (/** @type {string} */ kind) => seen.filter((one) => one.kind === kind);
  const card = of('care_card')[0]?.body;
  return {
    card,
    numbers: inOrder(of('contact')).filter(({ body }) => body.number).map(({ id, body }) => (
      { id, title: contactTitle(body), number: body.number, detail: [body.number, body.hours].filter(Boolean).join(', '), own: isReader(body, reader) })),
    allergies: of('allergy').map(({ body }) => [body.what || 'Something', body.reaction].filter(Boolean).join(': ')),
    cards: card?.alert_cards ?? [],
    medicines: of('medicine').filter(({ body }) => inUse(body, today)).map(({ body }) => medicineWords(body, word)),
  };
}

/** @param {Record<string, any>} body @param {string} reader */
const isReader = ({ role, who }, reader) => role === 'caregiver' && folded(reader) !== '' && folded(who) === folded(reader);

/** @param {string | null | undefined} name */
const folded = (name) => (name ?? '').trim().toLowerCase();

/** "Relaxant tablets, 1 tablet", or the class where names are not shared. @param {Record<string, any>} body @param {Reading['word']} word */
function medicineWords({ class: its, regimen }, word) {
  const kind = its ? word('medicine_classes', its) : 'A medicine';
  return regimen?.name ? [regimen.name, doseText(regimen)].filter(Boolean).join(', ') : kind;
}

/**
 * The signs to call for. The list is the same for everyone, but for signs of a medicine that is known to be taken.
 * @param {readonly Sign[]} signs @param {readonly Entry[]} seen - granted @param {string} today
 */
export function signsFor(signs, seen, today) {
  const taken = new Set(seen.filter(({ kind, body }) => kind === 'medicine' && inUse(body, today)).map(({ body }) => body.class));
  const here = signs.filter(({ classes }) => !classes || classes.some((one) => taken.has(one)));
  return { E1: here.filter(({ tier }) => tier === 'E1'), E2: here.filter(({ tier }) => tier === 'E2') };
}
