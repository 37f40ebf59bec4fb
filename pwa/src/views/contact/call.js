import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { dial } from '../../domain/country.js';

/**
 * Opens the phone's own dialler; nothing is called before that is confirmed there.
 * @param {{number: string, words: string, detail?: string, alert?: boolean}} props
 */
export function CallButton({ number, words, detail, alert = false }) {
  return html`<${Button} variant=${alert ? 'alert' : 'quiet'} tall wide icon="call" detail=${detail} href=${dial(number)}>${words}<//>`;
}

/** @param {{number: string, hours?: string}} line */
export const crisisDetail = ({ number, hours }) => [`Crisis line: ${number}`, hours].filter(Boolean).join(', ');
