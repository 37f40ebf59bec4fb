import { html } from 'htm/preact';

import { Pick } from '../../components/pick.js';

/** The two pages that are there for whoever helps. */
export const ForHelpers = () => html`
  <${Pick} title="How to help" detail="Ask, notice, sit well, safe handling" icon="book" href="/learn/helping" />
  <${Pick} title="A minute for me" detail="For the one who helps. Stays on this phone." icon="heart" href="/helping" />`;
