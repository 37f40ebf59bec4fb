/** Every message that was shown and is meant for a report (backend/reports/timeline.py). Pure. */
import { listing, row } from './blocks.js';
import { onOf } from './felt.js';
import { day } from './words.js';

/** @typedef {import('./material.js').Material} Material */

/** @type {Record<string, string>} */
const ANSWERS = {
  seen: 'was seen by a clinician',
  cleared: 'was told it is safe',
  done: 'did as it says',
  mistaken: 'marked as a mistake',
  not_now: 'put off',
  checked_before: 'was checked before',
  team_knows: 'the team knows',
};
/** Messages that rest on this are printed with the part that tells of mood and bowel. */
const TENDER = 'intimate';

/** @param {Material} material @returns {import('./shape.js').Section} */
export function safety(material) {
  return { id: 'safety', title: 'Safety messages', blocks: [
    listing('safety.messages', 'Messages the app showed, and the answers', rowsOf(material, material.tender), 'None in this period.'),
  ] };
}

/** "3 Oct 2026: Chest pain or tightness (Emergency now); was seen by a clinician." The newest first. @param {Material} material */
export const safetyLines = (material) => rowsOf(material, false).map(({ cells }) => cells[0]);

/** @param {Material} material @param {boolean} tender */
function rowsOf({ within, packs }, tender) {
  const messages = new Map(packs.safety.messages.map((one) => [one.id, one]));
  const tiers = new Map(packs.safety.tiers.map((one) => [one.id, one]));
  return within('safety').toReversed().flatMap(({ id, body }) => {
    const [message, tier] = [messages.get(body.message_id), tiers.get(body.tier)];
    if (!message || !tier?.behaviour.report_line) return [];
    if (!tender && (message.scopes.length === 0 || message.scopes.includes(TENDER))) return [];
    return row(`safety.${id}`, `${day(onOf(body))}: ${message.title} (${tier.name}); ${ANSWERS[body.answer] ?? 'not answered'}.`);
  });
}
