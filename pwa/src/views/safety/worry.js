import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { WORRIES } from '../../domain/worry.js';
import { go, route } from '../../router.js';
import { CallNow, SavedNumbers } from './call.js';

/** Somebody is frightened, or something is new: the number first, then what it is. */
export function Worry() {
  const { done, else: other } = route.value.state;
  if (done || other) return html`<${Ask} done=${Boolean(done)} />`;
  return html`<${Page} title="Something new or frightening" back="/">
    <${CallNow} />
    <p>Or tap what it is about. A few questions follow.</p>
    <div class="stack">
      ${WORRIES.map(({ id, title }) => html`<${Pick} key=${id} title=${title} icon="forward" onClick=${() => go('/check', { state: { worry: [id], to: '/' } })} />`)}
      <${Pick} title="Something else" icon="forward" onClick=${() => go('/check/worry', { state: { else: true } })} />
    </div>
  <//>`;
}

/** Whom to ask when no message is due. @param {{done: boolean}} props */
function Ask({ done }) {
  return html`<${Page} title=${done ? 'No alarm sign among your answers' : 'Call your MS team or doctor'} back="/">
    <${Notice}>
      <p>${done ? 'Limber knows a few signs only, and cannot tell the cause.' : 'Tell them what is new, and since when.'}</p>
      <p>It is right to call. If it gets worse, or frightens you, call now.</p>
    <//>
    <${Card} title="Your numbers"><${SavedNumbers} /><//>
    <${CallNow} />
  <//>`;
}
