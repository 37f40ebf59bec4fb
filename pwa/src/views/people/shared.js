import { html } from 'htm/preact';
import { useEffect, useMemo } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { route } from '../../router.js';
import { people, recordsOf } from '../../state/people.js';
import { syncNow } from '../../state/sync.js';
import { updatedWords } from './words.js';

/** @typedef {{space: string, name: string, read: string[], write: string[], until: string | null, pulledAt: string | null, reader?: string | null}} Shared */

/** The person whose address is open, or undefined: ended, paused and unknown are one. @returns {Shared | undefined} */
export function usePerson() {
  useEffect(() => { syncNow(); }, []);
  const space = route.value.parts[1] ?? '';
  return people.value.find((one) => one.space === space);
}

/** What this phone holds of somebody, and how old it is. @param {Shared} person */
export function useTheirs(person) {
  const records = useMemo(() => recordsOf(person.space), [person.space]);
  return { records: records.value, updated: updatedWords(person, new Date()) };
}

/** One text for ended, paused and unknown: the screen must not tell them apart. */
export function NotAvailable() {
  return html`<${Page} title="People" back="/people">
    <p>This view is not available.</p>
    <${Button} tall href="/people">Go to People<//>
  <//>`;
}

/** In place of a copy that is too old to be shown. */
export const Covered = () => html`<p>Connect once to see this again. Limber then asks whether it is still shared with you.</p>`;
