/** Pure rules for the places of one entry: a region stands in it once, with one side. */

/** @typedef {{region: string, side: 'left' | 'right' | 'both' | 'middle'}} Place */

/** The places asked first; the rest wait behind "Somewhere else". */
export const FIRST_PLACES = ['lower_back', 'hip', 'knee', 'ankle'];

/** Every side there is; a region says which of them it has. */
export const SIDES = [
  { id: 'right', label: 'Right' },
  { id: 'left', label: 'Left' },
  { id: 'both', label: 'Both' },
  { id: 'middle', label: 'Middle' },
];

/**
 * @param {ReadonlyArray<Place>} places
 * @param {Place} place
 */
export function has(places, place) {
  return places.some((one) => one.region === place.region && one.side === place.side);
}

/**
 * Puts a place in, in place of another side of the same region; or takes it out if it was there.
 * @param {ReadonlyArray<Place>} places
 * @param {Place} place
 * @returns {Place[]}
 */
export function toggled(places, place) {
  const others = places.filter((one) => one.region !== place.region);
  return has(places, place) ? others : [...others, place];
}
