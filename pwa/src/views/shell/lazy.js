/** Views that are read when they are first wanted, so that the first screen has less to carry. */
import { signal } from '@preact/signals';
import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Page } from '../../components/page.js';

/** @typedef {import('preact').FunctionComponent<any>} View */

/**
 * @typedef {object} Lazy
 * @property {() => Promise<void>} read
 * @property {() => View} now - the view, or what stands in for it until it is there
 * @property {() => boolean} here
 * @property {() => boolean} gone - it could not be read
 * @property {() => View | null} view - null until it is there, for a part of a screen that can come later
 */

/** @param {() => Promise<View>} load @returns {Lazy} */
export function lazy(load) {
  const view = signal(/** @type {View | null} */ (null));
  const failed = signal(false);
  /** @type {Promise<void> | null} */
  let under_way = null;
  const read = () => {
    failed.value = false;
    under_way ??= load().then((loaded) => { view.value = loaded; }, () => { failed.value = true; }).finally(() => { under_way = null; });
    return under_way;
  };
  const now = () => {
    if (view.value) return view.value;
    if (failed.value) return () => html`<${Missing} onAgain=${read} />`;
    read();
    return Coming;
  };
  const whenHere = () => {
    if (!view.value && !failed.value) read();
    return view.value;
  };
  return { read, now, here: () => view.value !== null, gone: () => failed.value, view: whenHere };
}

function Coming() {
  return html`<${Page} title="One moment" />`;
}

/** @param {{onAgain: () => unknown}} props */
function Missing({ onAgain }) {
  return html`<${Page} title="This page did not open" back="/">
    <${Card}><p>Its file is not on this phone yet. Your diary is safe.</p><${Button} tall onClick=${onAgain}>Try again<//><//>
  <//>`;
}
