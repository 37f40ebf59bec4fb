/** How the mind was on one day: at most one record for each date. Pure; today comes in. */

/**
 * @typedef {object} Mood
 * @property {string} [on] - the person's own date
 * @property {'good' | 'so_so' | 'low' | null} [mood]
 * @property {boolean | null} [anxious]
 * @property {boolean | null} [alone_too_much]
 * @property {number[] | null} [phq2] - the two PHQ-2 answers in their order, each 0 to 3; one while only the first is given
 * @property {boolean | null} [private]
 */

const DAY_MS = 86_400_000;
const WEEKS_TWO = 14;
/** Days noted of the last 14, below which nothing is concluded. */
const NOTED_LEAST = 7;
/** Total of the PHQ-2 (0 to 6) from which care for mood is worth a talk. */
const PHQ2_FROM = 3;

/**
 * Low mood or no interest on most days of two weeks: the newest whole PHQ-2 of the last 14 days says so by its total of 3
 * or more, or, of at least 7 days noted, more than half were low.
 * @param {ReadonlyArray<Mood>} moods - bodies of mood records in any order
 * @param {string} today - YYYY-MM-DD, itself one of the 14 days
 */
export function lowForTwoWeeks(moods, today) {
  const recent = withinTwoWeeks(moods, today);
  const asked = recent.filter(({ phq2 }) => phq2?.length === 2).sort((a, b) => String(b.on).localeCompare(String(a.on)));
  if (asked.length > 0 && total(asked[0]) >= PHQ2_FROM) return true;
  const noted = recent.filter(({ mood }) => mood);
  return noted.length >= NOTED_LEAST && noted.filter(({ mood }) => mood === 'low').length * 2 > noted.length;
}

/**
 * Whether the two further questions may be offered: at most every 14 days. On the day they were answered they stay, to be changed.
 * @param {ReadonlyArray<Mood>} moods
 * @param {string} today - YYYY-MM-DD
 */
export function mayAskTwoMore(moods, today) {
  return withinTwoWeeks(moods, today).every(({ phq2, on }) => !phq2?.length || on === today);
}

/** @param {ReadonlyArray<Mood>} moods @param {string} today */
function withinTwoWeeks(moods, today) {
  return moods.filter(({ on }) => {
    const ago = on ? Math.round((noon(today) - noon(on)) / DAY_MS) : -1;
    return ago >= 0 && ago < WEEKS_TWO;
  });
}

/** @param {Mood} mood */
const total = ({ phq2 }) => (phq2 ?? []).reduce((sum, one) => sum + one, 0);

/** @param {string} on */
const noon = (on) => Date.parse(`${on}T12:00:00Z`);
