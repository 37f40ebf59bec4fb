/** The body with its marks, then every place with its days (backend/reports/pains.py). Pure. */
import { facts, figure, row, table } from './blocks.js';
import { spanOf } from './felt.js';
import { sides } from './sides.js';
import { siteKey, siteName } from './wording.js';
import { count, lowered } from './words.js';

/** @typedef {import('./material.js').Material} Material */

const SITES_LISTED = 20;
const SITES_SAID = 4;
/** The joints that are asked of first stand first. */
const FIRST_PLACES = new Set(['ankle', 'knee', 'hip', 'lower_back']);
const MANY = 4;
const KNEE_OR_HIP = new Set(['knee', 'hip']);

/** @param {Material} material @returns {import('./shape.js').Section} */
export function places(material) {
  const { sites, words } = material;
  const all = sites.map(([site, felt]) => ({ site, felt, name: siteName(words, site), days: spanOf(felt).days, region: site.split(' ')[0] }));
  const later = (/** @type {{region: string}} */ { region }) => (FIRST_PLACES.has(region) ? 0 : 1);
  const rows = [...all].sort((a, b) => later(a) - later(b)).slice(0, SITES_LISTED)
    .map(({ site, felt, name, days }) => row(`places.${siteKey(site)}`, name, String(days), ...numbers(felt)));
  const most = all.slice(0, SITES_SAID).map(({ name, days }) => `${lowered(name)} ${days}`).join(', ');
  const summary = most ? `A body from the front and the back; R and L are the person's own right and left. Days with an entry: ${most}.`
    : 'A body without marks: no place was noted.';
  return { id: 'places', title: 'Where it hurts', blocks: [
    figure('body', 'places.map', 'Places on the body', summary, { places: all.map(({ site, region, days }) => ({ region, side: site.split(' ')[1], days })) }),
    table('places.table', 'Days with an entry, by place', ['Place', 'Days', 'Median', 'Worst'], rows),
    facts('places.counts', 'Sides, knees and hips, many places', spread(material)),
  ] };
}

/** Median and worst; a dash is a place without a number. @param {readonly import('./felt.js').Felt[]} felt */
export function numbers(felt) {
  const { median, worst } = spanOf(felt);
  return median === null ? ['–', '–'] : [String(median), String(worst)];
}

/** @param {Material} material */
function spread(material) {
  const entries = material.pains.filter(({ first }) => first);
  const whole = count(entries.length, 'entry', 'entries');
  const joints = entries.filter(({ sites }) => sites.length > 0 && sites.every((site) => KNEE_OR_HIP.has(site.split(' ')[0]))).length;
  const many = entries.filter(({ body, sites }) => body.generalised || sites.length >= MANY).length;
  return [
    row('places.sides', 'Left or right', ...sides(material)),
    row('places.joints', 'Knee or hip only', `${joints} of ${whole}.`),
    row('places.many', '4 places or more, or all over', `${many} of ${whole}.`),
  ];
}
