import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Card } from '../../components/card.js';
import { session } from '../../state/session.js';
import { today } from '../../state/today.js';
import { askPatterns, patterns } from '../../state/trends.js';
import { dayName } from '../../ui/dates.js';
import { Why } from '../learn/why.js';
import { lazy } from '../shell/lazy.js';
import { shortDay } from './words.js';

/** The report's own words are many: they come after the first look. */
const inReport = lazy(async () => (await import('./in-report.js')).InReport);

/** At most three differences that chance would hardly make, as the server found them. */
export function Linked() {
  const { mode } = session.value;
  useEffect(() => { askPatterns().catch(() => {}); }, [mode]);
  return html`<${Card} title="What seems linked"><${Told} mode=${mode} /><//>`;
}

/** @param {{mode: string}} props */
function Told({ mode }) {
  const told = patterns.value;
  if (told) return html`<${Answer} told=${told} />`;
  if (mode === 'account') return html`<p>Not looked for yet. It comes with the next connection.</p>`;
  if (mode === 'signed_out') return html`<p>Not looked for yet.</p><p><a href="/sign-in">Sign in</a> to have it looked for on the server.</p>`;
  return html`<p>This is looked for on a server, so it needs an account. The charts here do not.</p>
    <p><a href="/account">Make an account</a></p>`;
}

/** @param {{told: import('../../state/trends.js').Told}} props */
function Answer({ told: { on, patterns: found, none } }) {
  return html`${none && html`<p>${none}</p>`}
    ${found.length > 0 && html`<ul class="stack stack-list" role="list">${found.map((one) => html`<li key=${one.rule + one.comparison} class="trend-pattern">
      <${One} one=${one} />
    </li>`)}</ul>`}
    <p class="soft">${`Looked for: ${dayName(on, today.value)}.`}</p>`;
}

/** @param {{one: import('../../state/trends.js').Pattern}} props */
function One({ one }) {
  const { sentence, note, marked, others, range: [low, high], from, to, sources } = one;
  const InReport = inReport.view();
  const [what, ...chance] = sentence.split(/(?<=\.) /);
  return html`<p><b>${what}</b> ${chance.join(' ')}</p>
    ${note && html`<p>${note}</p>`}
    <p class="soft">${`${marked} such days or times, ${others} others, ${shortDay(from)} to ${shortDay(to)}. Most likely ${between(low, high)}.`}</p>
    ${InReport && html`<${InReport} one=${one} what=${what} />`}
    <${Why} sources=${sources} />`;
}

/** @param {number} low @param {number} high */
const between = (low, high) => (low === high ? `${Math.abs(low)} points` : low < 0 && high <= 0
  ? `between ${-high} and ${-low} points less` : `between ${low} and ${high} points more`);
