import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { one, pack } from '../../state/knowledge.js';
import { shownByTherapist } from '../../state/preferences.js';

const HANDS_ON = ['passive', 'assist'];

/** @typedef {import('../../domain/movement.js').Helping} Helping */

/** @param {{helper: Helping}} props */
export const HelperCard = ({ helper }) => html`<${Card} title="With a helper"><${HelperSteps} helper=${helper} /><//>`;

/**
 * The helper's steps and cautions. Hands-on moves stay closed until a therapist has shown them.
 * @param {object} props
 * @param {Helping} props.helper
 * @param {boolean} [props.toHelper] - whoever reads it lends the hand
 * @param {boolean} [props.shown] - a therapist has shown it
 * @param {(on: boolean) => unknown} [props.onShown]
 */
export function HelperSteps({ helper, toHelper = false, shown = shownByTherapist.value, onShown = (on) => { shownByTherapist.value = on; } }) {
  const handsOn = helper.kinds.some((kind) => HANDS_ON.includes(kind));
  const closed = handsOn && !shown;
  return html`${!toHelper && helper.kinds.map((kind) => {
      const { label, line } = one('library', 'helper_kinds', kind) ?? {};
      return html`<p key=${kind}><b>${label}.</b> ${line}</p>`;
    })}
    ${closed && html`<p>Hands-on moves are shown once a therapist has taught you both.</p>
      <${Button} variant="quiet" tall onClick=${() => onShown(true)}>${toHelper ? 'A therapist showed me' : 'A therapist showed us'}<//>`}
    ${!closed && html`
      <ol class="steps stack stack-list">${helper.steps.map((step) => html`<li key=${step}>${step}</li>`)}</ol>
      <h3>Take care</h3>
      <ul class="plain-list">${[...helper.cautions, ...(handsOn ? pack('library')?.helper_rules ?? [] : [])].map((line) => html`<li key=${line}>${line}</li>`)}</ul>
      ${handsOn && html`<${Button} variant="line" onClick=${() => onShown(false)}>Close hands-on moves again<//>`}`}`;
}
