import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';
import { session } from '../../state/session.js';
import { listed } from '../diary/words.js';
import { keepNew, openKept } from './add-save.js';
import { planThere, todayThere } from './add-there.js';

/** Today's plan, done with somebody. How it felt is for them to say. @param {import('./add-one.js').FormProps} props */
export function Together({ person, records }) {
  const rows = planThere(person, records, todayThere(person, records))?.rows.filter(({ helper }) => helper !== 'skip') ?? [];
  const keep = async (/** @type {'done' | 'part'} */ outcome) => {
    const done = rows.map(({ movement }) => ({ movement, outcome }));
    const id = await keepNew(person, 'session', { done, helped_by: session.value.account?.display_name });
    if (id) openKept(person, id, outcome === 'done' ? 'All of it done' : 'Part of it done');
  };
  return html`<${Page} title="We did it together" back=${`/people/${person.space}`}>
    <${Card} title="Today’s plan"><p>${listed(rows.map(({ name }) => name))}.</p><//>
    <${Button} tall icon="check" onClick=${() => keep('done')}>We did all of it<//>
    <${Button} variant="quiet" tall onClick=${() => keep('part')}>We did part of it<//>
    <p class="soft">How it felt is for ${person.name} to say.</p>
  <//>`;
}
