import { html } from 'htm/preact';

import { Icon } from '../../components/icon.js';
import { cover, coverNow } from '../../state/cover.js';
import { once } from '../../ui/act.js';

/** Hides the diary now, from a top bar. Nothing while the app lock is off. */
export function CoverButton() {
  if (!cover.value) return null;
  return html`<button type="button" class="top-button" onClick=${once(coverNow)}><${Icon} name="lock" /><span>Cover</span></button>`;
}
