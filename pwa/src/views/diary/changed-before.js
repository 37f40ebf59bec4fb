import { useSignal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { Pick } from '../../components/pick.js';
import { sittings } from '../../domain/versions.js';
import { go } from '../../router.js';
import { versionsHere } from '../../state/versions.js';

/** Says that an entry was changed, when it was, and leads to every version. @param {{record: import('../../domain/overlay.js').Rec}} props */
export function ChangedBefore({ record }) {
  const count = useSignal(0);
  useEffect(() => { versionsHere(record.id).then((all) => { count.value = all.length - 1; }).catch(() => {}); }, [record]);
  const changed = Math.max(count.value, sittings(record) - 1);
  if (changed < 1) return null;
  return html`<${Pick} title=${changed === 1 ? 'Changed once' : `Changed ${changed} times`} detail="See every version" icon="clock"
    onClick=${() => go(`/diary/versions/${record.id}`)} />`;
}
