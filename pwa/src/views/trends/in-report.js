import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { PARTS } from '../../domain/report/shape.js';
import { choice, choose } from '../../state/report.js';
import { holdsPrivate } from '../../state/trends.js';
import { announce } from '../../ui/announce.js';

const PART = 'patterns';
const LIST = 'patterns.list';
/** Told only where the report is asked for mood, which nothing here does by the way. */
const TENDER = new Set(['AN-16', 'AN-23']);

/**
 * Whether the report tells a pattern, and the way to have it there.
 * @param {{one: import('../../state/trends.js').Pattern, what: string}} props - what: its first sentence
 */
export function InReport({ one: { rule, comparison }, what }) {
  const link = useRef(/** @type {HTMLAnchorElement | null} */ (null));
  const [justPut, setJustPut] = useState(false);
  useEffect(() => { if (justPut) link.current?.focus(); }, [justPut]);
  const id = `pattern.${rule}.${comparison}`;
  const { parts, out, secret } = choice.value;
  const seeIt = html`<a ref=${link} href="/report">See the report</a>`;
  if (TENDER.has(rule) && !parts.includes('mood')) return html`<p class="soft">The report tells it where mood is chosen. ${seeIt}</p>`;
  if (parts.includes(PART) && !out.includes(id) && !out.includes(LIST)) {
    return html`<p class="soft">It is in your report. ${!secret && holdsPrivate.value && 'Private entries do not count there. '}${seeIt}</p>`;
  }
  const put = () => {
    choose({ parts: PARTS.flatMap((part) => (part.id === PART || parts.includes(part.id) ? [part.id] : [])), out: out.filter((other) => other !== id && other !== LIST) });
    setJustPut(true);
    announce('It is in your report.');
  };
  return html`<div><${Button} variant="quiet" icon="note" label=${`Put in my report: ${what}`} onClick=${put}>Put in my report<//></div>`;
}
