/** The report for a visit: what the person chose, and the report as the server made it, or this phone itself. */
import { computed, effect, signal } from '@preact/signals';

import { ApiError, call, fetchFile } from '../data/api.js';
import { onOf } from '../domain/report/felt.js';
import { lastVisit, periodOf } from '../domain/report/period.js';
import { known, USUAL, without } from '../domain/report/shape.js';
import { visits } from './appointments.js';
import { draft, draftsRead } from './drafts.js';
import { tableOf } from './export.js';
import { unsent } from './opened.js';
import { keepPatterns, reportOfPhone } from './report-own.js';
import { session } from './session.js';
import { syncNow } from './sync.js';
import { today } from './today.js';

/**
 * @typedef {import('../domain/report/shape.js').Report} Report
 *
 * @typedef {object} Choice
 * @property {import('../domain/report/period.js').Span} span
 * @property {string} first - of the person's own dates
 * @property {string} last
 * @property {readonly string[]} parts
 * @property {boolean} secret - with what is marked private
 * @property {'a4' | 'letter'} paper
 * @property {readonly string[]} out - ids of what is left out
 *
 * @typedef {{step: 'making'} | {step: 'broken'} | {step: 'made', report: Report, by: 'server' | 'phone', why: string, missing: number}} Made
 *   missing: entries this phone has not sent, which the server's report cannot hold
 */

/** @returns {Choice} */
const atFirst = () => ({ span: '90', first: '', last: '', parts: USUAL, secret: false, paper: 'a4', out: [] });

/** What was chosen stays on this phone, with the diary: in no address, and with nobody else's. @type {import('@preact/signals').Signal<Partial<Choice> | null>} */
const kept = draft('report');

/** Entries marked private are asked for each time anew: what was wanted for one visit is not meant for the next. */
const secret = signal(false);

/** @type {import('@preact/signals').ReadonlySignal<Choice>} */
export const choice = computed(() => {
  const all = { ...atFirst(), ...kept.value };
  return { ...all, parts: known(all.parts), secret: secret.value };
});

/** @type {import('@preact/signals').Signal<Made>} */
export const made = signal({ step: 'making' });

let turn = 0;

/** Whose diary is open: the next person on this phone finds nothing of what the last one chose, nor of what was on its way. */
const whose = computed(() => session.value.space);
effect(() => {
  if (whose.value === undefined) return;
  turn += 1;
  secret.value = false;
  made.value = { step: 'making' };
});

/** @param {Partial<Choice>} changed */
export function choose({ secret: wanted, ...changed }) {
  if (wanted !== undefined) secret.value = wanted;
  if (Object.keys(changed).length > 0) kept.value = { ...kept.peek(), ...changed };
}

/** The day of the last visit, or null. */
export const visitBefore = computed(() => lastVisit(visits.value, today.value));

/** The chosen days; null while they are none. */
export const period = computed(() => periodOf(choice.value, today.value, visitBefore.value));

/** What is shown: the report without what was left out. */
export const shown = computed(() => (made.value.step === 'made' ? without(made.value.report.sections, new Set(choice.value.out)) : []));

/** @param {string} id - of a block or a row */
export const leaveOut = (id) => choose({ out: [...choice.peek().out.filter((one) => one !== id), id] });

/** @param {string} id */
export const putBack = (id) => choose({ out: choice.peek().out.filter((one) => one !== id) });

/** Kinds that stand, whenever they were written. */
const STANDING = new Set(['medicine', 'profile', 'story']);

/** Makes the report anew, from the server where that is there and from this phone where it is not. */
export async function makeReport() {
  const mine = ++turn;
  made.value = { step: 'making' };
  const next = await reportNow(() => mine === turn).catch(() => /** @type {Made} */ ({ step: 'broken' }));
  if (mine === turn) made.value = next;
}

/** @param {() => boolean} wanted - the same diary is open, and nothing else was asked for meanwhile @returns {Promise<Made>} */
async function reportNow(wanted) {
  await draftsRead();
  const days = mustHaveDays();
  const { mode } = session.peek();
  if (mode !== 'account') return fromPhone(days, mode === 'local' ? 'local' : 'signed_out');
  try {
    await syncNow();
    const { secret: withPrivate } = choice.peek();
    const report = await call('GET', pathOf('json'));
    if (!withPrivate && wanted()) keepPatterns(report);
    return { step: 'made', report, by: 'server', why: '', missing: unsent.peek().waiting };
  } catch (error) {
    return fromPhone(days, error instanceof ApiError ? error.code : 'broken');
  }
}

/** @param {{first: string, last: string}} days @param {string} why @returns {Promise<Made>} */
async function fromPhone(days, why) {
  return { step: 'made', report: await reportOfPhone(days, choice.peek()), by: 'phone', why, missing: 0 };
}

/** The PDF, made by the server. @returns {Promise<{blob: Blob, name: string}>} @throws {ApiError} */
export async function savedPdf() {
  await syncNow();
  return { blob: await fetchFile(pathOf('pdf', { paper: choice.peek().paper }), { timeoutMs: 90_000 }), name: 'report.pdf' };
}

/** The same days for another program. @returns {Promise<{blob: Blob, name: string}>} @throws {ApiError} */
export async function savedBundle() {
  await syncNow();
  const bundle = await call('GET', pathOf('fhir.json'));
  return { blob: new Blob([JSON.stringify(bundle)], { type: 'application/fhir+json' }), name: 'report.fhir.json' };
}

/** The entries of one kind as a table, made on this phone. @param {string} kind @returns {Promise<{blob: Blob, name: string}>} */
export async function savedTable(kind) {
  const { first, last } = mustHaveDays();
  const { secret, out } = choice.peek();
  const left = new Set(out);
  const inside = (/** @type {string | null} */ on) => on === null || (first <= on && on <= last);
  const { blob } = await tableOf(kind, () => {}, (rec) => {
    // What has no day of its own, such as a medicine, belongs to every period.
    const on = STANDING.has(kind) ? null : onOf(rec.body);
    return (secret || !rec.body.private) && !left.has(rec.id) && inside(on);
  });
  return { blob, name: 'report.csv' };
}

/** @returns {{first: string, last: string}} */
function mustHaveDays() {
  const days = period.peek();
  if (!days) throw Object.assign(new Error('no period'), { code: 'no_period' });
  return days;
}

/** @param {string} ending @param {Record<string, string>} [more] */
function pathOf(ending, more = {}) {
  const { first, last } = mustHaveDays();
  const { parts, secret, out } = choice.peek();
  const query = new URLSearchParams({ from: first, to: last, parts: parts.join(','), ...more });
  if (secret) query.set('private', 'true');
  // What is drawn on the page is left out there; only paper and programs have to be told.
  if (out.length > 0 && ending !== 'json') query.set('leave_out', out.join(','));
  return `people/${session.peek().space}/report.${ending}?${query}`;
}
