/** The report this phone makes itself: what it is made of is read, and its parts are made one after the other. */
import { contentPack } from '../data/api.js';
import { slicesOf } from '../data/by-days.js';
import { between } from '../data/records.js';
import { ALWAYS } from '../domain/outline.js';
import { DAILY, gathered, sinceOf, STANDING } from '../domain/report/material.js';
import { ownReport, ownSections } from '../domain/report/own.js';
import { mayRestOn, patternsFrom, seenIn, seenOf } from '../domain/report/patterns.js';
import { plusDays } from '../domain/report/words.js';
import { owner } from './counted.js';
import { draft } from './drafts.js';
import { mustBeOpen } from './opened.js';
import { session } from './session.js';
import { today } from './today.js';
import { patterns } from './trends.js';

/** @typedef {import('../domain/report/material.js').Rec} Rec */

/** What the last report of the server said of patterns: on this phone, with the diary. @type {import('@preact/signals').Signal<import('../domain/report/patterns.js').Seen | null>} */
const patternsTold = draft('report_patterns');

/** @param {import('../domain/report/shape.js').Report} report - of the server, without what is private */
export function keepPatterns(report) {
  patternsTold.value = seenIn(report) ?? patternsTold.peek();
}

/**
 * @param {{first: string, last: string}} days
 * @param {{parts: readonly string[], secret: boolean}} choice
 * @returns {Promise<import('../domain/report/shape.js').Report>}
 */
export async function reportOfPhone({ first, last }, { parts, secret }) {
  const told = patterns.peek();
  const tender = parts.includes('mood');
  const recs = await recordsOf(first, last, told ? patternsFrom(told) : last);
  const seen = seenOf({ told, report: patternsTold.peek() }, { first, last, tender }, !secret && recs.some(mayRestOn));
  const packs = await packsFor(recs);
  const material = await slowly(gathered(recs, { first, last, today: today.peek(), secret, tender, owner: owner.peek() }, packs, seen));
  const sections = [];
  for (const section of ownSections(material, parts)) {
    sections.push(section);
    await breath();
  }
  return ownReport(material, sections, session.peek().account?.display_name ?? '');
}

/** @template T @param {Generator<void, T>} steps @returns {Promise<T>} */
async function slowly(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breath();
  }
}

/** A tap between two parts is answered at once. */
const breath = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * What is always told of, and the days of the period with those it is compared with.
 * @param {string} first @param {string} last @param {string} from - at least from this day on
 * @returns {Promise<Rec[]>}
 */
async function recordsOf(first, last, from) {
  const { db, space } = mustBeOpen();
  const standing = (await between(db, space, ALWAYS, ALWAYS)).filter(({ kind, deleted }) => STANDING.has(kind) && !deleted);
  const since = sinceOf(first, last, standing.filter(({ kind, body }) => kind === 'appointment' && body.private !== true));
  /** @type {Rec[]} */
  const recs = [...standing];
  for await (const slice of slicesOf(db, space, from < since ? from : since, plusDays(last, 1))) {
    for (const rec of slice) if (DAILY.has(rec.kind)) recs.push(rec);
    await breath();
  }
  return recs;
}

/** The words that are needed, as the server says them. @param {readonly Rec[]} recs @returns {Promise<import('../domain/report/material.js').Packs>} */
async function packsFor(recs) {
  const [vocabulary, story, safety, movements] = await Promise.all([
    contentPack('vocabulary'), contentPack('story'), contentPack('safety'), movementsOf(recs)]);
  return { lists: vocabulary.lists, questions: story.questions, safety, movements };
}

/** Names of the movements that were done. @param {readonly Rec[]} recs @returns {Promise<Map<string, string>>} */
async function movementsOf(recs) {
  const done = recs.flatMap(({ kind, body }) => (kind === 'session' ? body.done ?? [] : []));
  const wanted = new Set(done.map((/** @type {any} */ { movement }) => movement.slice(0, 3).toLowerCase()));
  if (wanted.size === 0) return new Map();
  const { categories } = await contentPack('library');
  const packs = await Promise.all(categories.filter((/** @type {any} */ { id }) => wanted.has(id)).map((/** @type {any} */ { id }) => contentPack(`movements-${id}`)));
  return new Map(packs.flatMap(({ movements }) => movements).map(({ id, name }) => [id, name]));
}
