import { html } from 'htm/preact';

import { Card } from '../../components/card.js';
import { Pick } from '../../components/pick.js';
import { inSight } from '../../domain/appointment.js';
import { thisMoment, visits } from '../../state/appointments.js';
import { today } from '../../state/today.js';
import { questionCount, visitTitle, visitWhen } from '../appointment/words.js';

/** The visit that is near: from the evening before until it has been, then what was agreed. Nothing at other times. */
export function VisitCard() {
  const found = inSight(visits.value, thisMoment());
  if (!found) return null;
  const { visit: { id, body }, when } = found;
  if (when === 'after') {
    return html`<${Card}><${Pick} title="What was agreed?" detail=${`${visitWhen(body, today.value)}: ${visitTitle(body)}`} href=${`/you/visits/${id}`} /><//>`;
  }
  const ready = [questionCount(body.questions?.length ?? 0), body.take_report ? 'Take your report' : ''].filter(Boolean);
  return html`<${Card}><${Pick} title=${`${visitWhen(body, today.value)}: ${visitTitle(body)}`} detail=${ready.map((part) => `${part}.`).join(' ')}
    href=${`/you/visits/${id}`} /><//>`;
}
