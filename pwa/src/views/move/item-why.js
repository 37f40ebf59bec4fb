import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { one, pack } from '../../state/knowledge.js';
import { mayDo } from '../../state/plan-changing.js';
import { person, shelf, template } from '../../state/plans.js';
import { Grounds } from '../learn/why.js';
import { nameOf, reasonFor } from './words.js';

/** @typedef {import('../../domain/plan.js').Item} Item */

/** Names in one line before the rest is counted. */
const NAMED = 6;

/** Why this one is in the week: the week, the diary, the rules, and the facts behind them. @param {{item: Item}} props */
export function WhyThis({ item }) {
  const open = useSignal(false);
  return html`<div class="stack">
    <${Pick} title="Why this" icon="info" open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Because} ids=${item.why} />`}
  </div>`;
}

/** @param {{ids: readonly string[]}} props */
function Because({ ids }) {
  const { texts, facts, sources } = groundsOf(ids);
  if (ids.length === 0) return html`<${Card}><p>You or your therapist put it in.</p><//>`;
  return html`<${Card}>
    ${texts.map((text) => html`<p key=${text}>${text}</p>`)}
    <h3>Where this comes from</h3>
    <${Grounds} facts=${facts} sources=${sources} />
  <//>`;
}

/** What ids of rules, weeks and facts say together, each once. @param {readonly string[]} ids */
export function groundsOf(ids) {
  const reasons = ids.flatMap((id) => reasonFor(id) ?? []);
  const facts = ids.filter((id) => !reasonFor(id) && one('facts', 'facts', id));
  return {
    texts: [...new Set(reasons.map(({ text }) => text))],
    facts: [...new Set([...facts, ...reasons.flatMap((reason) => reason.facts)])],
    sources: [...new Set(reasons.flatMap(({ sources }) => sources))],
  };
}

/** What of the same week and kind is left out, and which rules say so. @param {{item: Item}} props */
export function WhyNot({ item }) {
  const open = useSignal(false);
  return html`<div class="stack">
    <${Pick} title="Why not another" icon="info" open=${open.value} onClick=${() => { open.value = !open.value; }} />
    ${open.value && html`<${Out} item=${item} />`}
  </div>`;
}

/** @param {{item: Item}} props */
function Out({ item }) {
  const groups = leftOut(item);
  if (groups.length === 0) return html`<${Card}><p>Nothing of this kind is left out. The week has what fits its minutes.</p><//>`;
  const reasons = groups.flatMap(({ ids }) => ids).flatMap((id) => reasonFor(id, { out: true }) ?? []);
  return html`<${Card}>
    ${groups.map(({ ids, names }) => html`<div key=${ids.join()} class="stack">
      ${ids.map((id) => html`<p key=${id}>${reasonFor(id, { out: true })?.text ?? 'A rule leaves it out.'}</p>`)}
      <p class="soft">${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}.</p>
    </div>`)}
    <${Grounds} facts=${[...new Set(reasons.flatMap(({ facts }) => facts))]} sources=${[...new Set(reasons.flatMap(({ sources }) => sources))]} />
  <//>`;
}

/** Movements of the week and of the kind that may not be done now, together where the same rules say so. @param {Item} item @returns {{ids: string[], names: string[]}[]} */
function leftOut(item) {
  const [known, may] = [shelf.value, mayDo.value];
  if (!known || !may) return [];
  const week = pack('plans')?.templates.find((/** @type {any} */ { id }) => id === template.value);
  const ofWeek = new Set(Object.values(week?.days ?? {}).flatMap((/** @type {any} */ { movements }) => movements));
  const kind = known.movements.get(item.dose.movement)?.category;
  /** @type {Map<string, {ids: string[], names: string[]}>} */
  const groups = new Map();
  for (const [name, movement] of known.movements) {
    if (!ofWeek.has(name) && movement.category !== kind) continue;
    const ids = [...(may.leftOut.get(name) ?? []), ...(person.value.leftOut.has(name) ? ['not-wanted'] : [])];
    if (ids.length === 0) continue;
    const group = groups.get(ids.join()) ?? { ids, names: [] };
    group.names.push(nameOf(name));
    groups.set(ids.join(), group);
  }
  return [...groups.values()];
}
