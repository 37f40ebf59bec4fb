import { html } from 'htm/preact';

import { once } from '../ui/act.js';
import { Icon } from './icon.js';

/**
 * @typedef {object} PickProps
 * @property {string} title
 * @property {string} [detail] - a softer second line
 * @property {boolean} [on] - chosen or not; leave out where the row leads somewhere
 * @property {boolean} [open] - opens something below itself
 * @property {string} [label] - the whole name for a screen reader, where several rows have the same words
 * @property {import('../ui/icons.js').IconName} [icon] - at the end of the row
 * @property {string} [href] - makes the row a link
 * @property {(event: Event) => unknown} [onClick]
 */

/**
 * A row as wide as the screen, 64 px high.
 * @param {PickProps} props
 */
export function Pick({ title, detail, label, on, open, icon, href, onClick }) {
  const name = on ? 'pick pick-on' : 'pick';
  const shape = on ? 'check' : (icon ?? (href ? 'forward' : undefined));
  const inside = html`<span class="pick-words"><b>${title}</b>${detail && html`<span class="pick-detail">${detail}</span>`}</span>
    ${shape && html`<${Icon} name=${shape} />`}`;
  if (href) return html`<a class=${name} href=${href} aria-label=${label} onClick=${onClick}>${inside}</a>`;
  return html`<button type="button" class=${name} aria-label=${label} aria-pressed=${on === undefined ? undefined : String(on)}
    aria-expanded=${open === undefined ? undefined : String(open)} onClick=${once(onClick)}>${inside}</button>`;
}
