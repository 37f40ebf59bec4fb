/** What Today shows below its one question: read after the first paint, so that the question never waits for it. */
import { html } from 'htm/preact';

import { DayCard } from './day-card.js';
import { DosesCard } from './doses.js';
import { FeltCard } from './felt-card.js';
import { AskCard, NoticedCard } from './help-cards.js';
import { KeepSafe } from './keep-safe.js';
import { PeopleRow } from './people-row.js';
import { ReliefAfterCard } from './relief-after.js';
import { ReminderLine } from './reminder-line.js';
import { CalmCards } from './safety-cards.js';
import { SessionCard } from './session-card.js';
import { SinceCard } from './since.js';
import { StoryCard } from './story-card.js';
import { TwoVersionsLine } from '../sync/two-line.js';
import { EmptiedNotice } from '../sync/notices.js';
import { VisitCard } from './visit-card.js';
import { WeekCard } from './week.js';

/**
 * @param {{simple: boolean}} props - simple: only what is due
 */
export function Rest({ simple }) {
  if (simple) return html`<${CalmCards} /><${EmptiedNotice} /><${PeopleRow} /><${DosesCard} /><${AskCard} /><${ReminderLine} />`;
  return html`<${CalmCards} /><${EmptiedNotice} /><${PeopleRow} /><${FeltCard} /><${DosesCard} /><${SessionCard} /><${AskCard} /><${NoticedCard} /><${DayCard} /><${ReliefAfterCard} /><${SinceCard} /><${VisitCard} /><${TwoVersionsLine} /><${ReminderLine} /><${WeekCard} /><${StoryCard} /><${KeepSafe} />`;
}
