import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { followSight, player } from '../../state/player.js';
import { shelf } from '../../state/plans.js';
import { followVoices } from '../../ui/guide.js';
import { Waiting } from '../learn/opening.js';
import { After } from './after.js';
import { Running } from './running.js';
import { SetUp } from './set-up.js';

/** A guided session, from the set-up card to the question after it. It goes on where it was left. */
export function Player() {
  useEffect(followSight, []);
  useEffect(followVoices, []);
  const state = player.value;
  if (!shelf.value) return html`<${Page} title="Session" back="/"><${Waiting} /><//>`;
  if (!state) {
    return html`<${Page} title="No session under way" back="/move">
      <${Card}><p>Start one from Today or from Move.</p><${Button} tall href="/">Go to Today<//><//>
    <//>`;
  }
  if (state.over) return html`<${After} shelf=${shelf.value} state=${state} />`;
  return state.begun ? html`<${Running} shelf=${shelf.value} state=${state} />` : html`<${SetUp} shelf=${shelf.value} state=${state} />`;
}
