import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { route } from '../../router.js';
import { pack } from '../../state/knowledge.js';
import { Waiting } from './opening.js';

/** @type {Record<string, string>} */
const KINDS = {
  article: 'An article', compilation: 'A page put together from other texts', column: 'A column', guideline: 'A guideline', trial: 'A study',
  review: 'A review of studies', label: 'Medicine labels and notices', booklet: 'A booklet', web_page: 'Web pages', practice: 'Common practice',
};
const TAKEN_FIRST = 10;

/** One source: what it is, how far to trust it, and everything taken from it. */
export function Source() {
  const source = pack('sources')?.sources[Number(route.value.parts[2]) - 1];
  const facts = pack('facts');
  if (!pack('sources') || !facts) return html`<${Page} title="Source" back="/learn/sources"><${Waiting} /><//>`;
  if (!source) {
    return html`<${Page} title="This source is not here" back="/learn/sources">
      <${Card}><${Button} tall href="/learn/sources">All sources<//><//>
    <//>`;
  }
  const taken = facts.facts.filter((/** @type {any} */ { at }) => at.some((/** @type {any} */ place) => place.source === source.id));
  const cautions = facts.cautions.filter((/** @type {any} */ one) => one.sources.includes(source.id));
  return html`<${Page} title=${source.title} back="/learn/sources" note=${KINDS[source.kind]}>
    <${Card} title="What it is">
      ${source.name && html`<p>${source.name}</p>`}
      ${source.file && html`<p class="soft">File: ${source.file}</p>`}
      <p>${source.date ? `Date: ${source.date}.` : 'It names no date.'}</p>
      <p>How far we trust it: ${source.trust}.</p>
      <ul class="plain-list">${source.limits.map((/** @type {string} */ text) => html`<li>${text}</li>`)}</ul>
    <//>
    <${Card} title="What it supports here">
      <ul class="plain-list">${source.supports.map((/** @type {string} */ text) => html`<li>${text}</li>`)}</ul>
      ${cautions.map((/** @type {any} */ { id, say }) => html`<p key=${id}>${say}</p>`)}
    <//>
    ${taken.length > 0 && html`<${Taken} key=${source.id} facts=${taken} groups=${facts.groups} />`}
  <//>`;
}

/** Facts by group, in our words. @param {{facts: any[], groups: any[]}} props */
function Taken({ facts, groups }) {
  const used = facts.filter(({ used: is }) => is);
  const left = facts.filter(({ used: is }) => !is);
  return html`<${Card} title="What was taken from it">
      <p>${used.length} points, in our own words.</p>
      <${Groups} groups=${groups} facts=${used} />
    <//>
    ${left.length > 0 && html`<${Card} title="Left out on purpose">
      <ul class="plain-list">${left.map(({ id, unused_because: because }) => html`<li key=${id}>${because}</li>`)}</ul>
    <//>`}`;
}

/** Long lists stay closed, so that a page is short at first. @param {{groups: any[], facts: any[]}} props */
function Groups({ groups, facts }) {
  const filled = groups.map(({ id, name }) => ({ id, name, rows: facts.filter(({ group }) => group === id) })).filter(({ rows }) => rows.length > 0);
  const open = facts.length <= TAKEN_FIRST;
  return html`<div class="stack">${filled.map(({ id, name, rows }) => html`<details key=${id} class="group" open=${open}>
    <summary>${name} <span class="soft">(${rows.length})</span></summary>
    <ul class="plain-list">${rows.map(({ id: fact, text }) => html`<li key=${fact}>${text}</li>`)}</ul>
  </details>`)}</div>`;
}
