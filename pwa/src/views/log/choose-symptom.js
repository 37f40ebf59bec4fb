import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';

import { Page } from '../../components/page.js';
import { Pick } from '../../components/pick.js';
import { ELSEWHERE, INTIMATE } from '../../domain/daily.js';
import { lately } from '../../domain/symptom.js';
import { go } from '../../router.js';
import { label } from '../../state/content.js';
import { terms } from '../../state/custom.js';
import { symptoms } from '../../state/diary.js';
import { OwnWord } from './own-word.js';

/** What it is, when it is not pain: what was logged lately first, then the person's own, then the rest. */
export function ChooseSymptom() {
  // As it was on coming here: rows must not move under the finger.
  const first = useMemo(() => lately(symptoms.peek()), []);
  // Those of the page of the day are kept there, where nobody sees them unless they are shared by name.
  const kept = [...ELSEWHERE, ...INTIMATE];
  const rest = terms('symptoms').filter(({ id }) => !kept.includes(id) && !first.includes(id));
  const items = [...first.map((id) => ({ id, label: label('symptoms', id) })), ...rest];
  const pick = (/** @type {string} */ symptom) => go('/log', { state: { symptom } });
  return html`<${Page} title="What is it?" back="/log">
    <div class="stack" role="group" aria-label="What is it?">
      ${items.map((item) => html`<${Pick} key=${item.id} title=${item.label} icon="forward" onClick=${() => pick(item.id)} />`)}
    </div>
    <${OwnWord} list="symptoms" onAdded=${pick} />
    <${Pick} title="Mood, bladder, bowel or sex" detail="These are on the page of the day." icon="forward" href="/day" />
  <//>`;
}
