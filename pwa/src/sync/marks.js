/**
 * Proof that phone and server speak of the same past. Every mark an answer brings is kept until a later
 * answer confirms it; the newest confirmed one stays. A server restored from a backup cannot confirm what it
 * no longer knows, and then everything sent before goes back into the outbox.
 */

/** @typedef {import('./types.js').Store} Store */

/** @param {readonly {space: string, mark: string}[]} kept @returns {Record<string, string[]>} */
export function marksBySpace(kept) {
  /** @type {Record<string, string[]>} */
  const by = {};
  for (const { space, mark } of kept) (by[space] ??= []).push(mark);
  return by;
}

/**
 * Inside a transaction: take in what an answer says of marks.
 * @param {Store} store
 * @param {Record<string, string[]>} sent - the marks the request carried
 * @param {{lost: string[], marks: Record<string, string>, confirmed: Record<string, string>}} answer
 */
export async function settleMarks(store, sent, { lost, marks, confirmed }) {
  const kept = await store.marks();
  const known = new Set(kept.map(({ space, mark }) => `${space} ${mark}`));
  for (const [space, mark] of Object.entries(confirmed)) {
    // Only marks of this very request were judged; those that came meanwhile wait for their own answer.
    await store.dropMarks(space, (sent[space] ?? []).filter((one) => one !== mark));
    if (known.has(`${space} ${mark}`)) await store.putMark({ space, mark, confirmed: true });
  }
  for (const [space, mark] of Object.entries(marks)) {
    if (!known.has(`${space} ${mark}`)) await store.putMark({ space, mark, confirmed: false });
  }
  for (const space of lost) {
    await store.dropMarks(space, sent[space] ?? []);
    await store.resend(space);
  }
}
