import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { backTo, withMoment } from '../../domain/versions.js';
import { go, route } from '../../router.js';
import { bring, change, recordOf } from '../../state/records.js';
import { session } from '../../state/session.js';
import { say } from '../../state/toast.js';
import { today } from '../../state/today.js';
import { allVersions, versionsHere } from '../../state/versions.js';
import { lived, zoneNow } from '../../domain/time.js';
import { clockTime, dayName } from '../../ui/dates.js';
import { stored } from '../log/save.js';
import { changeWords, lostWords } from './change-words.js';
import { quietRow, sentenceOf } from './rows.js';

/** @typedef {import('../../domain/versions.js').Version} Version */
/** @typedef {import('../../domain/overlay.js').Rec} Rec */

/** Every version of one entry: who, when, and what it changed. */
export function Versions() {
  const id = route.value.parts[2];
  const versions = useSignal(/** @type {Version[] | null} */ (null));
  const whole = useSignal(true);
  const record = recordOf(id);
  useEffect(() => {
    const here = () => versionsHere(id).then((found) => { versions.value = found; whole.value = session.peek().mode === 'local'; });
    bring(id).then(() => allVersions(id)).then((found) => { versions.value = found; whole.value = true; }).catch(here).catch(() => {});
  }, [id, record]);
  const all = versions.value;
  const shown = all?.findLast((version) => !isBeside(version));
  return html`<${Page} title="Every version" back=${record ? quietRow(record).href : '/diary'} note=${record ? sentenceOf(record) : undefined}>
    ${!whole.value && html`<${Notice}><p>These are the versions this phone knows. With a connection, all of them are here.</p><//>`}
    ${all?.length === 0 && html`<${Card}><p>No version is known on this phone.</p><//>`}
    <ol class="stack stack-wide stack-list" role="list">
      ${all && record && [...all].reverse().map((version, i) => html`<li key=${`${version.at} ${i}`}>
        <${One} version=${version} record=${record} newest=${version === shown} first=${i === all.length - 1 && !isBeside(version)} /></li>`)}
    </ol>
  <//>`;
}

/** Whether nothing of it was ever shown. @param {Version} version */
const isBeside = ({ fields, lost, t }) => t === 'put' && fields.length === 0 && Object.keys(lost).length > 0;

/** @param {{version: Version, record: Rec, newest: boolean, first: boolean}} props */
function One({ version, record, newest, first }) {
  const { at, by, t, body } = version;
  const moment = lived(new Date(at), zoneNow());
  const title = `${dayName(moment.on, today.value)}, ${clockTime(moment.at)}`;
  const set = backTo(record.body, body);
  const goBack = async () => {
    const before = backTo({ ...record.body, ...set }, record.body);
    if (!(await stored(async () => { await change(record.id, set); return record.id; }))) return;
    say('This version is back.', () => change(record.id, before));
    go(quietRow(record).href, { replace: true });
  };
  return html`<${Card} title=${title}>
    <p class="soft">${first ? 'Written' : ACT[t]} by ${by?.name || 'you'}${newest ? '. This is how it is now.' : '.'}</p>
    ${changeWords(version, record.kind).map((text) => html`<p key=${text}>${text}</p>`)}
    <${Lost} version=${version} record=${record} title=${title} />
    ${!newest && t === 'put' && !isBeside(version) && Object.keys(set).length > 0 && html`<${Button} variant="quiet" tall label=${`Go back to this one: ${title}`} onClick=${goBack}>Go back to this one<//>`}
  <//>`;
}

const ACT = { put: 'Changed', del: 'Deleted', restore: 'Brought back', resolve: 'Chosen between two versions', erase: 'Erased for good' };

/**
 * What a version said besides, that is kept and not shown since something else was there first.
 * @param {{version: Version, record: Rec, title: string}} props
 */
function Lost({ version, record, title }) {
  const words = lostWords(version, record.kind);
  if (words.length === 0) return null;
  const set = withMoment(version.lost, record.body);
  const use = async () => {
    const before = backTo({ ...record.body, ...set }, record.body);
    if (!(await stored(async () => { await change(record.id, set); return record.id; }))) return;
    say('This is shown now.', () => change(record.id, before));
    go(quietRow(record).href, { replace: true });
  };
  return html`<div class="version"><p class="soft">Kept beside it, not shown:</p>
    ${words.map((text) => html`<p key=${text} class="version-text">${text}</p>`)}
    <${Button} variant="quiet" tall label=${`Use this instead: ${title}`} onClick=${use}>Use this instead<//></div>`;
}
