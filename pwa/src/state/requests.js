/** The person's one-tap requests: asking, taking back, and who is on the way. */
import { computed } from '@preact/signals';

import { newRecordId } from '../data/chance.js';
import { comingTo, openRequests, seesRequests } from '../domain/asking.js';
import { nowParts } from '../domain/time.js';
import { moment } from './often.js';
import { change, keep, ofKind } from './records.js';
import { today } from './today.js';

/** Names of those who see a request now, each once. */
export const helpers = computed(() => [...new Set(ofKind('share').filter(({ body }) => seesRequests(body, today.value))
  .map(({ body }) => body.name || body.label).filter(Boolean))]);

/** Requests that still stand, newest first. */
export const asked = computed(() => openRequests(ofKind('request'), Math.max(moment.value, Date.now())));

/** Who is on the way, by names. @param {string} request - its id @returns {string[]} */
export const onTheWay = (request) => [...new Set(comingTo(ofKind('observation'), request).map(({ author }) => author?.name || 'Somebody'))];

/** @param {string} what - an id of ASKS @returns {Promise<string>} its id, once it is stored */
export async function ask(what) {
  const id = newRecordId();
  await keep({ id, kind: 'request', t: 'put', set: { ask: what, at: nowParts().at } });
  moment.value = Date.now();
  return id;
}

/** @param {string} id */
export const notNeeded = (id) => change(id, { answered_at: nowParts().at });

/** @param {string} id */
export const stillNeeded = (id) => change(id, { answered_at: null });
