import assert from 'node:assert/strict';
import { test } from 'node:test';

import './fresh-storage.mjs';
import { sameWord, tidy } from '../../pwa/src/domain/own-word.js';

const session = await import('../../pwa/src/state/session.js');
const custom = await import('../../pwa/src/state/custom.js');
const content = await import('../../pwa/src/state/content.js');
const opened = await import('../../pwa/src/state/opened.js');

content.vocabulary.value = { reliefs: [{ id: 'heat_pack', label: 'Heat pack' }], words: [{ id: 'tight', label: 'Tight' }] };
await session.startLocal();

const labels = (list) => custom.terms(list).map(({ label }) => label);

test('a word is tidied, and capitals and spaces do not make another one', () => {
  assert.equal(tidy('  cherry   stone \n bag '), 'cherry stone bag');
  assert.equal(tidy('x'.repeat(80)).length, 60);
  assert.ok(sameWord('Cherry stone bag', ' cherrystone  BAG'));
  assert.ok(!sameWord('Cherry', 'Cherries'));
});

test('an own word comes first, in its own list alone, and is there after the app was closed', async () => {
  const id = await custom.addCustom('reliefs', ' Cherry  stone bag');
  assert.deepEqual(labels('reliefs'), ['Cherry stone bag', 'Heat pack']);
  assert.deepEqual(labels('words'), ['Tight']);
  const { space } = session.session.value;
  opened.close();
  await opened.open(space);
  assert.equal(custom.terms('reliefs')[0].id, id);
});

test('the same word twice is one, and a word of the vocabulary is that word', async () => {
  const id = await custom.addCustom('reliefs', 'Warm socks');
  assert.equal(await custom.addCustom('reliefs', 'warm  SOCKS '), id);
  assert.equal(await custom.addCustom('reliefs', 'heat pack'), 'heat_pack');
  assert.equal(labels('reliefs').filter((label) => sameWord(label, 'warm socks')).length, 1);
});

test('renamed it has its new name everywhere; off the list, entries still say it; added again it comes back', async () => {
  const id = await custom.addCustom('words', 'Glassy');
  await custom.renameCustom(id, 'Like  glass');
  assert.equal(content.label('words', id), 'Like glass');
  await custom.renameCustom(id, '   ');
  assert.equal(content.label('words', id), 'Like glass', 'an empty name is none');
  await custom.takeOffList(id);
  assert.deepEqual(labels('words'), ['Tight']);
  assert.equal(content.label('words', id), 'Like glass');
  assert.equal(await custom.addCustom('words', 'like glass'), id);
  assert.deepEqual(labels('words'), ['Like glass', 'Tight']);
});

test('an own word that is not on this phone is never shown as a number', () => {
  assert.equal(content.label('words', '0190a5c0-0000-7000-8000-000000000001'), 'A word of their own');
  assert.equal(content.label('words', 'odd_word'), 'Odd word');
});

test('a word that only a private entry says is private until another entry says it', async () => {
  const diary = await import('../../pwa/src/state/diary.js');
  const { records } = await import('../../pwa/src/state/records.js');
  const word = () => records.value.find(({ id }) => id === mine)?.body;
  const turned = async (secret) => {
    for (let i = 0; i < 50 && (word()?.private === true) !== secret; i += 1) await new Promise((done) => setTimeout(done, 10));
    return word()?.private === true;
  };
  const mine = await custom.addCustom('words', 'Under the collar', true);
  assert.equal(word().private, true);
  const first = await diary.logSymptom({ words: [mine], private: true });
  assert.equal(word().private, true);
  const second = await diary.logSymptom({ words: [mine] });
  assert.equal(await turned(false), false);
  await diary.change(second, { private: true });
  assert.equal(await turned(true), true);
  await diary.change(first, { private: false });
  assert.equal(await turned(false), false);
  await diary.remove(first);
  assert.equal(await turned(true), true);
});

test('a word from before what is at hand is never hidden for what is at hand', async () => {
  const { wordsToTurn } = await import('../../pwa/src/domain/own-word.js');
  const rec = (id, kind, body) => ({ id, kind, body, deleted: false });
  const old = '01890000-0000-7000-8000-000000000000';
  const recs = [rec(old, 'custom', { label: 'x' }), rec('e', 'symptom', { words: [old], private: true })];
  assert.deepEqual(wordsToTurn(recs, '2026-01-01'), []);
  assert.deepEqual(wordsToTurn(recs, '2023-01-01'), [{ id: old, private: true }]);
});
