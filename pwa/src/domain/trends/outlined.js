/** The strength of pain as the outline of a diary has it: a first look at many years, before their entries are read. */

/** @typedef {{body: Record<string, any>}} Outlined */

const KIND = '\tsymptom\t';

/**
 * Entries of symptoms by what their lines say: the day, the number, a hard day. Lines do not say how long an entry
 * goes on, nor whether the person said yes to what a helper wrote, so those of others are left out.
 * @param {string} text - a part of the outline
 * @param {string | null | undefined} owner - account
 * @param {string} before - a date: only of earlier days
 * @returns {Outlined[]}
 */
export function outlined(text, owner, before) {
  const own = owner?.slice(0, 8) ?? '';
  /** @type {Outlined[]} */
  const found = [];
  for (const line of text.split('\n')) {
    if (line.indexOf(KIND) !== line.indexOf('\t', 17) || line.slice(0, 10) >= before) continue;
    const [, , , symptom, number, flags, author] = line.split('\t', 7);
    if (owner !== undefined && author !== '' && author !== own) continue;
    const nrs = number === '' ? {} : { severity_nrs: Number(number) };
    found.push({ body: { on: line.slice(0, 10), symptom: symptom || undefined, ...nrs, hard_day: flags.includes('h') } });
  }
  return found;
}
