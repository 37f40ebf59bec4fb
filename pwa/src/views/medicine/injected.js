import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

import { BodyFigure } from '../../components/body-figure.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Chips } from '../../components/chips.js';
import { Choices } from '../../components/choices.js';
import { Page } from '../../components/page.js';
import { Switch } from '../../components/switch.js';
import { restText, siteLabel, siteParts, siteRegion, toggledReaction } from '../../domain/injection.js';
import { go, route } from '../../router.js';
import { label, vocabulary } from '../../state/content.js';
import { bringSites, change, recordOf, remove, restore, sitesNow, titleOf } from '../../state/medicines.js';
import { say } from '../../state/toast.js';
import { once } from '../../ui/act.js';
import { announce } from '../../ui/announce.js';
import { Written } from '../log/detail.js';
import { stored } from '../log/save.js';
import { onward } from '../safety/after.js';
import { doseWhen } from './mark.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */
/** @typedef {import('../../domain/injection.js').Use} Use */

/** @param {string} site */
const siteWords = (site) => siteLabel(site, (id) => label('body_sites', id));

/** Where an injection went, and how it felt. Every tap is kept at once. */
export function Injected() {
  const { id, from = '/' } = /** @type {{id?: string, from?: string}} */ (route.value.state);
  const dose = id ? recordOf(id) : null;
  useEffect(() => { bringSites().catch(() => {}); }, []);
  if (!dose || dose.deleted) {
    return html`<${Page} title="No injection chosen" back="/cabinet">
      <${Card}><p>Your injections are with your medicines.</p><${Button} variant="quiet" tall href="/cabinet">Go to medicines<//><//>
    <//>`;
  }
  return html`<${One} dose=${dose} from=${from} />`;
}

/** @param {{dose: Rec, from: string}} props */
function One({ dose, from }) {
  const { id, body } = dose;
  const turn = sitesNow(dose);
  const medicine = recordOf(body.medicine_id);
  const set = async (/** @type {Record<string, unknown>} */ values) => {
    if (await stored(async () => { await change(id, values); return id; })) announce('Saved on this phone.');
  };
  const note = [medicine && titleOf(medicine.body), `Injected ${doseWhen(body)}.`].filter(Boolean).join('. ');
  return html`<${Page} title="Where did it go?" back=${from} note=${html`<${Saved} id=${id} text=${note} from=${from} />`}
    foot=${html`<${Button} tall onClick=${() => onward(id, { to: from })}>Done<//>`}>
    ${turn.next && html`<p>${siteWords(turn.next.site)}: ${restText(turn.next)}.</p>`}
    <${Choices} label="Where did it go?" items=${turn.order.map((one) => ({ id: one.site, label: siteWords(one.site), detail: detail(one, turn) }))}
      chosen=${[body.body_site]} onToggle=${(/** @type {string} */ site) => set({ body_site: site === body.body_site ? null : site })} />
    <${Map} chosen=${body.body_site ?? null} turn=${turn} />
    <${Card} title="How did it feel after?">
      <${Chips} label="How did it feel after?" items=${vocabulary.value.reactions ?? []} chosen=${body.reactions ?? []}
        onToggle=${(/** @type {string} */ one) => set({ reactions: toggledReaction(body.reactions ?? [], one) })} />
      <p class="soft">You can come back to this tomorrow: You, Medicines, Last injection.</p>
    <//>
    <${Card}><${Written} id=${id} field="note" label="Note" hint="Shared only if you chose to share notes." value=${body.note} limit=${2000} /><//>
    ${medicine?.body.private === true
      ? html`<p class="soft">This stays private, as the medicine does.</p>`
      : html`<${Switch} label="Keep this injection private" detail="Nobody you share with sees it, or that it is there."
        on=${body.private === true} onChange=${(/** @type {boolean} */ on) => set({ private: on })} />`}
  <//>`;
}

/** @param {Use} use @param {{last: Use | null}} turn */
function detail(use, { last }) {
  const rest = restText(use);
  return use.site === last?.site ? `Last: ${rest}` : rest;
}

/** @param {{id: string, text: string, from: string}} props */
function Saved({ id, text, from }) {
  const undo = async () => {
    await remove(id);
    say('Taken back.', () => restore(id));
    go(from, { replace: true });
  };
  return html`<span>${text} </span><button type="button" class="text-button" onClick=${once(undo)}>Undo</button>`;
}

/**
 * The sites on the body; the back only where one lies there.
 * @param {{chosen: string | null, turn: {last: Use | null, next: Use | null, order: Use[]}}} props
 */
function Map({ chosen, turn }) {
  const marks = turn.order.flatMap(({ site, on }) => mark(site, on, chosen, turn));
  if (marks.length === 0) return null;
  const words = marks.map(({ site, tone }) => `${siteWords(site)}: ${TONES[tone]}`).join('. ');
  const behind = marks.some(({ site }) => siteParts(site).base === 'buttock');
  return html`<div class=${behind ? 'site-map site-map-two' : 'site-map'} role="img" aria-label=${words}>
    <${BodyFigure} face="front" marks=${marks} />
    ${behind && html`<${BodyFigure} face="back" marks=${marks} />`}
  </div>`;
}

const TONES = { on: 'this time', last: 'last time', next: 'rested longest', older: 'used before' };

/**
 * @param {string} site
 * @param {string | null} on
 * @param {string | null} chosen
 * @param {{last: Use | null, next: Use | null}} turn
 */
function mark(site, on, chosen, { last, next }) {
  const place = siteRegion(site);
  const tone = site === chosen ? 'on' : site === last?.site ? 'last' : site === next?.site ? 'next' : on ? 'older' : null;
  if (!place || !tone) return [];
  const text = { on: 'Now', last: 'Last', next: 'Next', older: undefined }[/** @type {keyof typeof TONES} */ (tone)];
  return [{ ...place, tone: /** @type {keyof typeof TONES} */ (tone), text, site }];
}
