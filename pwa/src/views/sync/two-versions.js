import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { back, go, route } from '../../router.js';
import { asked, askAgain, askedOf, keepIt, origins, settle } from '../../state/conflicts.js';
import { draft } from '../../state/drafts.js';
import { bring, recordOf, remove, restore } from '../../state/records.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { dayName } from '../../ui/dates.js';
import { fieldLines, fieldName } from '../diary/field-words.js';
import { quietRow, sentenceOf } from '../diary/rows.js';
import { stored } from '../log/save.js';
import { VersionChoice } from './version-choice.js';
import { deleteQuestion, originWords } from './who.js';

/**
 * @typedef {import('../../state/conflicts.js').Asked} Asked
 * @typedef {import('../../state/conflicts.js').Origin} Origin
 * @typedef {import('../../domain/conflict.js').Question} Question
 * @typedef {import('../../domain/overlay.js').Rec} Rec
 */

/** Entries that were changed in two places at once: the list of them, or one. */
export function TwoVersions() {
  const id = route.value.parts[2];
  return id ? html`<${One} key=${id} id=${id} />` : html`<${All} />`;
}

function All() {
  return html`<${Page} title="Two versions" back="/diary">
    ${asked.value.length === 0 ? html`<${Settled} href="/diary" words="Go to the diary" />`
      : html`<p>Each of these was changed in two places. Both versions are kept. There is no hurry.</p>`}
    ${asked.value.map(({ rec }) => html`<${Pick} key=${rec.id} title=${sentenceOf(rec)} detail=${dayOf(rec)} href=${`/diary/two/${rec.id}`} />`)}
  <//>`;
}

/** @param {Rec} rec */
const dayOf = ({ body }) => (typeof body.on === 'string' ? dayName(body.on, today.value) : undefined);

/** @param {{href: string, words: string}} props */
function Settled({ href, words }) {
  return html`<${Card}><p>Nothing is left to choose. Every version is kept.</p><${Button} variant="quiet" tall href=${href}>${words}<//><//>`;
}

/** @param {{id: string}} props */
function One({ id }) {
  useEffect(() => { bring(id).catch(() => {}); }, [id]);
  const one = askedOf(id);
  const record = recordOf(id);
  const from = useOrigins(one);
  if (!one) {
    const home = record && !record.deleted ? quietRow(record).href : '/diary';
    return html`<${Page} title="Two versions" back="/diary"><${Settled} href=${home} words=${home === '/diary' ? 'Go to the diary' : 'Go to the entry'} /><//>`;
  }
  const { deletes, fields, unknown } = one.questions;
  const note = [sentenceOf(one.rec), dayOf(one.rec)?.replace(/^(Today|Yesterday)$/, (word) => word.toLowerCase())].filter(Boolean).join(', ');
  return html`<${Page} title="Two versions" back="/diary" note=${note}>
    ${deletes.length > 0 && html`<${Deleted} one=${one} from=${from} />`}
    ${deletes.length === 0 && fields.length > 0 && html`<${Fields} one=${one} from=${from} />`}
    ${deletes.length + fields.length === 0 && html`<${Card}>
      <p>Another version of this is on your server. Its words have not arrived here yet.</p>
      <p>You can wait for them, or keep what you see.</p>
      <${Button} variant="quiet" tall onClick=${() => keepAsItIs(one, unknown)}>Keep it as it is<//>
    <//>`}
  <//>`;
}

/** Who wrote what; nobody, until that is known. @param {Asked | null} one */
function useOrigins(one) {
  const known = useSignal(/** @type {(ops: readonly string[]) => Origin | null} */ (() => null));
  useEffect(() => {
    if (one) origins(one).then((found) => { known.value = found; }).catch(() => {});
  }, [one]);
  return known.value;
}

/** @param {{one: Asked, from: (ops: readonly string[]) => Origin | null}} props */
function Deleted({ one, from }) {
  const { deletes, fields } = one.questions;
  const origin = from(deletes.map(({ op }) => op));
  const text = sentenceOf(one.rec);
  const takeOut = async () => {
    if (!(await stored(async () => { await remove(one.rec.id); return one.rec.id; }))) return;
    say(`Deleted: ${text}.`, () => restore(one.rec.id));
    back('/diary');
  };
  return html`<${Card} title="Deleted or kept?">
    <p>${origin ? deleteQuestion(origin) : 'This was deleted on one phone and changed on another.'}</p>
    ${origin && html`<p class="soft">Deleted by ${originWords(origin, today.value).replace(/^You/, 'you')}.</p>`}
    <p>Until you choose, it stays in your diary.</p>
    <${Pick} title="Keep it" onClick=${() => keepAsItIs(one, deletes.map(({ op }) => op), fields.length > 0)} />
    <${Pick} title="Delete it" icon="bin" onClick=${takeOut} />
  <//>`;
}

/** @param {Asked} one @param {readonly string[]} ops @param {boolean} [more] - another question follows */
async function keepAsItIs(one, ops, more = false) {
  if (!(await stored(async () => { await keepIt(one, ops); return one.rec.id; }))) return;
  say(`Kept: ${sentenceOf(one.rec)}.`, more ? undefined : () => again(one));
  if (!more) back('/diary');
}

/** The question comes back as it was. @param {Asked} one */
function again(one) {
  askAgain(one);
  go(`/diary/two/${one.rec.id}`);
}

/** @param {{one: Asked, from: (ops: readonly string[]) => Origin | null}} props */
function Fields({ one, from }) {
  const { rec, questions: { fields } } = one;
  const kept = draft(`two_versions_${rec.id}`);
  const chosen = /** @type {Record<string, string>} */ (kept.value ?? {});
  const many = fields.length > 1;
  const choose = async (/** @type {Question} */ question, /** @type {string} */ key) => {
    const next = { ...chosen, [question.name]: key };
    kept.value = next;
    await finish(one, next, () => { kept.value = null; });
  };
  return html`
    <p>It was changed in two places. Both versions are kept. Which is right?</p>
    ${fields.map((question) => html`<${Card} key=${question.name} title=${fieldName(rec.kind, question.name)}>
      <ol class="versions" role="list">${question.versions.map((version, i) => html`<li key=${version.key}>
        <${VersionChoice} lines=${versionLines(rec.kind, question, version.values)} origin=${from(version.ops)} shown=${i === 0}
          on=${many ? chosen[question.name] === version.key : undefined} onChoose=${() => choose(question, version.key)} /></li>`)}
      </ol>
    <//>`)}
    <p class="soft">What you do not choose is kept too.</p>
    <${Pick} title="See every version" icon="clock" href=${`/diary/versions/${rec.id}`} />`;
}

/** @param {string} kind @param {Question} question @param {Record<string, any>} values */
function versionLines(kind, { name, fields }, values) {
  const lines = fieldLines(kind, name, fields.length > 1 ? values : values[name]);
  return lines.length > 0 ? lines : ['Nothing'];
}

/** Stores the answers once none is open. @param {Asked} one @param {Record<string, string>} chosen @param {() => void} onKept */
async function finish(one, chosen, onKept) {
  /** @type {{undo: (() => Promise<void>) | null}} */
  const way = { undo: null };
  const id = await stored(async () => {
    way.undo = await settle(one, chosen);
    return way.undo ? one.rec.id : '';
  });
  const { undo } = way;
  if (!id || !undo) return;
  onKept();
  say('Kept: the one you chose.', async () => {
    await undo();
    again(one);
  });
  back('/diary');
}
