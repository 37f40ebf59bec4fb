import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { people, wantOwnDiary } from '../../state/people.js';
import { ForHelpers } from './for-helpers.js';
import { PersonCard } from './person-card.js';

/** The first screen of somebody who helps and keeps no diary of their own. */
export function HelpingDay() {
  return html`${people.value.map((person) => html`<${PersonCard} key=${person.space} person=${person} />`)}
    <${ForHelpers} />
    <${Button} variant="line" tall icon="invite" href="/join">I have an invitation<//>
    <${Button} variant="line" tall icon="log" onClick=${wantOwnDiary}>Keep a diary of my own<//>`;
}
