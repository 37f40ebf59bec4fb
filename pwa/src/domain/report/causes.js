/** What the person says a clinician has named. Nothing is concluded from the entries (backend/reports/person.py). Pure. */
import { facts, listing, row, text } from './blocks.js';
import { profileOf } from './material.js';
import { lowered } from './words.js';

const OURS = 'multiple_sclerosis';
/** What hurts alike in people with MS and is easily taken for it (REP-11). */
const OTHER_CAUSES = ['osteoarthritis', 'rheumatoid_arthritis', 'gout', 'sciatica', 'recent_fracture', 'clot_ever', 'carpal_tunnel', 'osteoporosis',
  'avascular_necrosis'];

/** @param {import('./material.js').Material} material @returns {import('./shape.js').Section} */
export function causes(material) {
  /** @type {string[]} */
  const told = profileOf(material).conditions ?? [];
  const name = (/** @type {string} */ one) => material.words.of('conditions', one, true);
  const others = OTHER_CAUSES.filter((one) => !told.includes(one)).map((one, at) => (at === 0 ? name(one) : lowered(name(one))));
  return { id: 'causes', title: 'Other causes named so far', blocks: [
    listing('causes.list', 'Told of, besides MS', told.filter((one) => one !== OURS).map((one) => row(`causes.${one}`, name(one))), 'None noted.'),
    ...(others.length > 0 ? [facts('causes.rest', 'Other causes of such pain', [row('causes.others', 'Not on the list', `${others.join('; ')}.`)])] : []),
    text('causes.limit', 'The person\'s own list. What is not on it may not have been looked at yet.'),
  ] };
}
