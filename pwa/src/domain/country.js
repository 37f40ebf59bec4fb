/** Countries: where a phone is by its clock or its language, and how a temperature is said there. Pure. */

/**
 * @typedef {object} CountryRow - one of the pack `countries`
 * @property {string} id - ISO, two letters
 * @property {string} name
 * @property {string} emergency - as it is dialled
 * @property {{number: string, name: string}[]} also
 * @property {{name: string, number: string, hours?: string} | null} crisis
 * @property {'C' | 'F'} units
 * @property {'gb' | 'us'} words
 * @property {string[]} zones - IANA
 */

/** Said for a country the pack does not hold; ISO leaves these letters to whoever needs them. */
export const ANOTHER = 'ZZ';

/** Reaches help from a mobile phone in most of the world. */
export const ANYWHERE = '112';

/** What the server takes as a phone number. */
const PHONE = /^[+0-9][0-9 ()/.-]{1,29}$/;

/** Zones that tell no place. */
const NOWHERE = /^(?:UTC|GMT|Etc\/.*|)$/;

/**
 * Where a phone is. The clock follows travel, and many phones far from the United States speak "en-US", so the
 * language is asked only when the clock tells no place.
 * @param {ReadonlyArray<CountryRow>} rows
 * @param {{zone?: string, language?: string}} phone
 * @returns {CountryRow | null}
 */
export function countryHere(rows, { zone = '', language = '' }) {
  if (!NOWHERE.test(zone)) return rows.find(({ zones }) => zones.includes(zone)) ?? null;
  const region = language.split('-').slice(1).find((part) => /^[A-Z]{2}$/.test(part));
  return rows.find(({ id }) => id === region) ?? null;
}

/**
 * The number to call, as far as it is known.
 * @param {{country?: string | null, emergency_number?: string | null} | undefined} card - what the person said
 * @param {ReadonlyArray<CountryRow>} rows
 * @param {CountryRow | null} here - where the phone is
 * @returns {{number: string, sure: boolean, country: CountryRow | null}}
 */
export function emergencyFor(card, rows, here) {
  const said = card?.country ? rows.find(({ id }) => id === card.country) ?? null : null;
  const country = card?.country ? said : here;
  if (card?.emergency_number) return { number: card.emergency_number, sure: true, country };
  return { number: country?.emergency ?? ANYWHERE, sure: Boolean(said), country };
}

/** @param {string} text @returns {boolean} whether it can be stored and dialled */
export const isPhone = (text) => PHONE.test(text.trim());

/** @param {string} number @returns {string} the address that dials it */
export const dial = (number) => `tel:${number.replace(/[^+0-9]/g, '')}`;

/**
 * "38 C" or "100.4 F".
 * @param {number} celsius
 * @param {'C' | 'F'} units
 */
export const degreesIn = (celsius, units) => `${units === 'F' ? fahrenheit(celsius) : celsius} ${units}`;

/** @param {number} celsius @returns {number} to a tenth */
const fahrenheit = (celsius) => Math.round((celsius * 9 / 5 + 32) * 10) / 10;

/**
 * A text of the packs, which are written with C, in Fahrenheit: "38 C", "27 to 29 degrees" of water.
 * @param {string} text
 */
export function inFahrenheit(text) {
  return text
    .replace(/(\d+) to (\d+) degrees(?: C\b)?/g, (_, low, high) => `${Math.round(fahrenheit(+low))} to ${Math.round(fahrenheit(+high))} degrees F`)
    .replace(/(\d+(?:\.\d+)?) C\b/g, (_, celsius) => degreesIn(Number(celsius), 'F'));
}
