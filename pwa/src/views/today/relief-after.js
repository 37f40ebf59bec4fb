import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Scale } from '../../components/scale.js';
import { reliefToAsk } from '../../domain/symptom.js';
import { label } from '../../state/content.js';
import { counted, today } from '../../state/diary.js';
import { draft } from '../../state/drafts.js';
import { clockTime } from '../../ui/dates.js';
import { capital, strength, symptomText } from '../diary/words.js';
import { keepReliefNumber } from '../log/relief.js';

const LOOK_MS = 60_000;

/** An hour after something was tried, and until the day ends: how it is now, in one tap. Skipping stores nothing in the diary. */
export function ReliefAfterCard() {
  const now = useSignal(Date.now());
  const put = draft('relief_skipped');
  useEffect(() => {
    const timer = setInterval(() => { now.value = Date.now(); }, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const skipped = put.value?.on === today.value ? put.value.keys : [];
  const asked = reliefToAsk(counted.value, { today: today.value, now: now.value, skipped });
  if (!asked) return null;
  const { entry: { id, body }, what, key } = asked;
  const title = `${label('reliefs', what)}: how is it after?`;
  const was = capital(strength(body));
  const skip = () => { put.value = { on: today.value, keys: [...skipped, key] }; };
  return html`<${Card} key=${key} title=${title}>
    ${was && html`<p class="soft">${was} at ${clockTime(body.at)}.</p>`}
    <${Scale} key=${key} label=${title} plain=${symptomText(body) !== 'pain'}
      onPick=${(/** @type {number} */ number) => keepReliefNumber(id, what, 'after_nrs', number)} />
    <${Button} variant="line" tall onClick=${skip}>Skip<//>
  <//>`;
}
