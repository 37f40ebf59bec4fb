import { html } from 'htm/preact';

import { Chips } from '../../components/chips.js';
import { DOSE_MOST, doseText, NAME_MOST } from '../../domain/medicine.js';
import { vocabulary } from '../../state/content.js';
import { setRegimen } from '../../state/medicines.js';
import { announce } from '../../ui/announce.js';
import { stored } from '../log/save.js';
import { KeptText } from './kept-text.js';

/** @typedef {import('../../state/medicines.js').Rec} Rec */

/** The products of a medicine's class, by their own names. @param {Record<string, any>} body */
export const productsOf = (body) => (vocabulary.value.products ?? []).filter((term) => term.class && term.class === body.class);

/** What it is called, and a dose in the person's own words. @param {{record: Rec}} props */
export function NameCard({ record: { id, body } }) {
  const { regimen } = body;
  const products = productsOf(body).map(({ label }) => ({ id: label, label }));
  const choose = async (/** @type {string} */ name) => {
    const again = regimen?.name === name;
    const kept = await stored(async () => { await setRegimen(id, { name: again ? null : name }); return id; });
    if (kept) announce(again ? 'Taken back.' : 'Saved on this phone.');
  };
  return html`
    ${products.length > 0 && html`<${Chips} label="Which product?" items=${products} chosen=${[regimen?.name]} onToggle=${choose} />`}
    <${KeptText} label="Name" hint=${products.length > 0 ? 'Choose above, or write it' : 'As on the box'} value=${regimen?.name ?? ''}
      limit=${NAME_MOST} onKeep=${(/** @type {string | null} */ name) => setRegimen(id, { name })} />
    <${KeptText} label="Dose, if you like" hint="In your words. Limber only shows it." value=${doseText(regimen)}
      limit=${DOSE_MOST} onKeep=${(/** @type {string | null} */ text) => setRegimen(id, { dose_text: text, unit_text: null })} />`;
}
