import { html } from 'htm/preact';

import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { SessionCard } from '../today/session-card.js';
import { Begin } from './begin.js';
import { Library } from './library.js';
import { Week } from './week.js';
import { STILL_TO_CHECK } from './words.js';

/** Today's session, this week, and the library behind it. */
export function Move() {
  return html`<${Page} title="Move">
    <${SessionCard} />
    <${Begin} />
    <${Week} />
    <${Pick} title="How this week was chosen" detail="Your diary, your goals, and the rules" icon="forward" href="/move/why" />
    <${Pick} title="Progress" detail="What you have done" icon="forward" href="/move/progress" />
    <${Pick} title="Print or save" detail="On paper, or in your calendar" icon="forward" href="/move/sheet" />
    <${Library} />
    <p class="soft">${STILL_TO_CHECK}</p>
  <//>`;
}
