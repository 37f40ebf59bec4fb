import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { granted } from '../../../pwa/src/domain/granted.js';
import { shelfOf } from '../../../pwa/src/domain/planner/shelf.js';
import { SCOPES } from '../../../pwa/src/domain/scopes.js';
import { aboutWords } from '../../../pwa/src/views/people/about-words.js';
import { callWords, signsFor } from '../../../pwa/src/views/people/call-words.js';
import { changeWords, helpLines, noticedWords, urgentMessages, visitWords, worseToday } from '../../../pwa/src/views/people/more-words.js';
import { planToday } from '../../../pwa/src/views/people/plan-words.js';
import { earlierDays, todayWords, verdict } from '../../../pwa/src/views/people/words.js';

const CONTENT = new URL('../../../backend/content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, CONTENT), 'utf8'));
const SHELF = shelfOf(readdirSync(CONTENT).filter((name) => name.startsWith('movements-')).flatMap((name) => read(name).movements), read('plans.json'));
const PACK = read('helping.json');
const TODAY = '2026-11-20';
const at = (time, on = TODAY) => `${on}T${time}:00+01:00`;
const OWN = '0199d3a0-0000-7000-8000-000000000001';

let count = 0;
const rec = (kind, body, id = `r${count += 1}`) => ({ id, kind, body, deleted: false, conf: [], author: { account: 'rosa', name: 'Rosa' } });

/** A day with something in every kind and in every field that has a scope of its own. */
const DIARY = [
  rec('symptom', {
    on: TODAY, at: at('09:15'), symptom: 'pain', severity_nrs: 7, regions: [{ region: 'hip', side: 'right' }], note: 'Notecanary one', own_words: 'Notecanary two',
    triggers: ['tight_clothes', 'hot_humid', 'poor_sleep', 'infection', 'low_mood', 'injection_24_48', 'full_bladder', 'constipation', OWN],
  }),
  ...[4, 4, 5, 4, 4].map((severity_nrs, i) => rec('symptom', { on: `2026-11-1${i + 1}`, at: at('08:00', `2026-11-1${i + 1}`), symptom: 'pain', severity_nrs })),
  rec('symptom', { on: TODAY, at: at('09:30'), symptom: 'bladder', severity_nrs: 3 }),
  rec('symptom', { on: '2026-11-18', at: at('09:30', '2026-11-18'), symptom: 'low_mood', severity_nrs: 3 }),
  rec('custom', { vocabulary: 'triggers', label: 'Long calls' }, OWN),
  rec('daily', {
    on: TODAY, energy: 'low', sleep_hours: 5.5, sleep_quality: 'poor', stiffness_nrs: 6, spasms: '3_5', heat: 'yes', infection: { state: 'yes', type: 'urine' },
    falls: { count: 1, near: 1, injured: false }, sitting_minutes: 120, symptoms: [{ symptom: 'balance', change: 'new' }],
    intimate: [{ symptom: 'bowel', change: 'worse' }], note: 'Notecanary three',
  }),
  rec('mood', { on: TODAY, mood: 'low', anxious: true, alone_too_much: true, phq2: [3, 3] }),
  rec('medicine', { class: 'interferon_beta', started_on: '2026-11-01', regimen: { name: 'Namecanary jab', days: ['fri'], times: ['19:30'] } }, 'jab'),
  rec('medicine', { class: 'muscle_relaxant', regimen: { name: 'Namecanary tablet', dose_text: '1', unit_text: 'tablet', times: ['08:00'] } }, 'tablet'),
  rec('dose', { medicine_id: 'jab', status: 'taken', at: at('19:30', '2026-11-19'), body_site: 'thigh_left' }),
  rec('dose', { medicine_id: 'tablet', status: 'taken', at: at('08:00'), slot: `${TODAY}T08:00` }),
  rec('event', { type: 'new_aid', on: '2026-11-10', detail: 'Notecanary four' }),
  rec('event', { type: 'infusion', on: '2026-11-11' }),
  rec('profile', { mobility: 'stick', own_goal: 'Goalcanary pond', aids: [{ aid: 'aidcanary' }], conditions: ['Neversaid'], steroids: { times: 'Neversaid' } }),
  rec('plan', { started_on: '2026-11-16', weeks: 1 }, 'plan'),
  rec('plan_item', { plan_id: 'plan', on: TODAY, order: 1, set_by: 'planner', helper: 'hand', dose: { movement: 'ROM-01', position_variant: 'lying', reps: 8, sets: 1 } }),
  rec('appointment', { at: at('10:30', '2026-11-27'), on: '2026-11-27', who: 'Visitcanary clinic', questions: ['Visitcanary question'], take_report: true, note: 'Notecanary five' }),
  rec('appointment', { at: at('10:30', '2026-11-13'), on: '2026-11-13', who: 'Visitcanary nurse', agreed: 'Visitcanary agreed' }),
  { ...rec('observation', { type: 'skin', on: TODAY, at: at('11:00'), text: 'Seencanary heel' }), author: { account: 'ana', name: 'Ana' } },
  rec('safety', { message_id: 'SAFE-03', tier: 'E2', on: TODAY, checks: { leg_warm: 'yes' } }),
  rec('safety', { message_id: 'SAFE-24', tier: 'E2', on: TODAY }),
  rec('care_card', { help: [{ text: 'Helpcanary tea' }, { relief: 'cool_down' }], alert_cards: ['Helpcanary card'], emergency_number: '112' }),
  rec('contact', { who: 'Helpcanary nurse', number: '+49 30 1', role: 'ms_team', note: 'Notecanary six' }),
  rec('allergy', { what: 'Helpcanary penicillin', reaction: 'Rash' }),
  rec('symptom', { on: TODAY, at: at('09:45'), symptom: 'pain', severity_nrs: 9, private: true, own_words: 'Privatecanary' }),
];

/** What only one scope may bring to the screen. */
const CANARIES = {
  symptoms: [/Pain 7/, /^Pain 7 this morning\. Hip/m, /A harder day/, /tight clothes|clothes/i, /Long calls/],
  daily: [/Energy/, /Slept/, /Stiffness/, /Spasms/, /Hot or humid/, /infection/, /near-fall/, /balance/, /New aid/i, /Heat can/, /bad night/],
  mood: [/mood/i, /anxious/i, /alone/i, /Feeling alone/],
  medicines: [/muscle_relaxant|Namecanary/, /inject/i, /taken/, /infusion/i, /relaxant and|the muscle relaxant/],
  medicine_names: [/Namecanary/],
  exercise: [new RegExp(SHELF.movements.get('ROM-01').name)],
  appointments: [/Visitcanary clinic/, /Visitcanary question/, /Visitcanary agreed/],
  observations: [/Seencanary/],
  safety: [/SAFE-03/],
  profile: [/goalcanary/, /aidcanary/],
  contacts: [/Helpcanary tea/, /cool_down/, /Helpcanary card/, /Helpcanary nurse/, /Helpcanary penicillin/],
  notes: [/Notecanary one/, /Notecanary three/, /Notecanary four/],
  intimate: [/bladder/i, /bowel/i, /constipation/i],
};

/** Signs are the same for everyone; these are not told of the person. */
const SAME_FOR_ALL = new Set(PACK.signs.filter(({ classes }) => !classes).map(({ say }) => say));

/** Everything the screens of a person can say, in one text. */
function everything(scopes) {
  const reading = {
    today: TODAY, now: Date.parse(at('12:00')), read: scopes, name: 'Rosa', me: 'me', placeLabel: ({ region }) => region,
    word: (list, id) => (id === OWN && scopes.includes('symptoms') ? 'Long calls' : id), symptomLabel: (id) => id,
  };
  const seen = granted(DIARY, scopes);
  const today = todayWords(DIARY, reading);
  const signs = signsFor(PACK.signs, seen, TODAY);
  const told = [
    today, verdict(today), earlierDays(DIARY, reading), helpLines(seen, reading), worseToday(seen, reading, PACK.worse), visitWords(seen, reading),
    noticedWords(seen, reading), changeWords(seen, reading), urgentMessages(seen, reading), planToday(SHELF, DIARY, reading)?.rows.map(({ name }) => name) ?? null,
    callWords(seen, reading), aboutWords(seen, reading), [...signs.E1, ...signs.E2].map(({ say }) => say).filter((say) => !SAME_FOR_ALL.has(say)),
  ];
  return strings(told).join('\n');
}

/** Every string that is shown; ids and grounds are not. */
function strings(value, key = '') {
  if (typeof value === 'string') return ['id', 'facts', 'sources', 'see', 'triggers', 'on'].includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => strings(one, key));
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([name, one]) => strings(one, name)) : [];
}

const ALL = Object.keys(SCOPES);

test('with every scope each word is there, so that its absence means something', () => {
  const text = everything(ALL);
  for (const [scope, words] of Object.entries(CANARIES)) for (const word of words) assert.match(text, word, scope);
});

test('in no set of scopes does any sentence say a word of a scope that was not granted', () => {
  // Requests open nothing here, so they double no set.
  const telling = Object.keys(CANARIES);
  assert.deepEqual(ALL.filter((scope) => !telling.includes(scope)), ['requests']);
  assert.equal(everything(ALL), everything(telling));
  for (let bits = 0; bits < 2 ** telling.length; bits += 1) {
    const scopes = telling.filter((_, place) => bits & (2 ** place));
    const text = everything(scopes);
    for (const [scope, words] of Object.entries(CANARIES)) {
      if (scopes.includes(scope)) continue;
      for (const word of words) assert.doesNotMatch(text, word, `${scope} is not among ${scopes}`);
    }
    assert.doesNotMatch(text, /Privatecanary|Pain 9|SAFE-24|Neversaid/);
  }
});

test('nothing granted says nothing at all of the person', () => {
  assert.equal(everything([]), 'Nothing here from today yet.\nNothing here from today yet.');
});
