import { html } from 'htm/preact';

import { once } from '../ui/act.js';
import { Icon } from './icon.js';

/**
 * @typedef {object} ButtonProps
 * @property {'main' | 'quiet' | 'line' | 'alert'} [variant] - main unless given
 * @property {boolean} [tall] - 64 px, for logging and the first choices
 * @property {boolean} [wide] - as wide as its place, words at the start
 * @property {import('../ui/icons.js').IconName} [icon] - before the words
 * @property {import('../ui/icons.js').IconName} [iconAfter] - after the words
 * @property {string} [detail] - a second, softer line
 * @property {string} [href] - makes it a link that looks like a button
 * @property {'button' | 'submit'} [type]
 * @property {boolean} [busy] - its work is under way; a further tap does nothing
 * @property {string} [label] - the whole name for a screen reader, where the words alone do not say it
 * @property {(event: Event) => unknown} [onClick]
 * @property {import('preact').ComponentChildren} [children]
 */

/** @param {ButtonProps} props */
export function Button(props) {
  const { variant = 'main', tall, wide, icon, iconAfter, detail, href, busy, label, onClick, children } = props;
  const name = ['button', `button-${variant}`, tall && 'button-tall', wide && 'button-wide'].filter(Boolean).join(' ');
  const inside = html`${icon && html`<${Icon} name=${icon} />`}
    <span class="button-words"><span>${children}</span>${detail && html`<span class="button-detail">${detail}</span>`}</span>
    ${iconAfter && html`<${Icon} name=${iconAfter} />`}`;
  if (href) return html`<a class=${name} href=${href} aria-label=${label} onClick=${onClick}>${inside}</a>`;
  return html`<button class=${name} type=${props.type ?? 'button'} aria-label=${label} aria-disabled=${busy ? 'true' : undefined}
    onClick=${props.type === 'submit' ? onClick : once(busy ? undefined : onClick)}>${inside}</button>`;
}
