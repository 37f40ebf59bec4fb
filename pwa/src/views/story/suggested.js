/** Names for a story, taken from what the diary holds. */
import { placeLabel } from '../../state/content.js';
import { usual, usualPlaces } from '../../state/diary.js';
import { stories } from '../../state/stories.js';
import { capital, labelsText, placesText } from '../diary/words.js';

/** "Right hip, aching", the commonest places first, without those that have a story. @returns {string[]} */
export function suggestions() {
  const found = usual.value;
  const commonest = found ? [placesText(found), labelsText('words', (found.words ?? []).slice(0, 1))].filter(Boolean).join(', ') : '';
  const places = usualPlaces.value.map((place) => placeLabel(/** @type {any} */ (place)));
  const named = [...(placesText(found ?? {}) ? [capital(commonest)] : []), ...places.filter((place) => !commonest.startsWith(place.toLowerCase()))];
  const taken = stories().map(({ body }) => String(body.label ?? '').toLowerCase());
  return named.map((label) => label.slice(0, 60)).filter((label) => !taken.some((name) => name.startsWith(label.split(',')[0].toLowerCase())));
}
