import { html } from 'htm/preact';

import { Button } from '../../components/button.js';
import { dayBody, sayAsUsual, usualOf } from '../../state/dailies.js';
import { say } from '../../state/toast.js';
import { stored } from '../log/save.js';
import { asUsualText } from './words.js';

/**
 * "All as usual" in one tap; it names what it stores, and is gone when there is nothing left for it to store.
 * @param {{on: string, half?: boolean, onSaid?: (id: string) => unknown}} props - half: it shares its line with another button
 */
export function AsUsual({ on, half = false, onSaid }) {
  const text = asUsualText(usualOf(on), dayBody(on));
  if (!text) return null;
  const tell = async () => {
    /** @type {() => unknown} */
    let undo = () => {};
    const id = await stored(async () => {
      const done = await sayAsUsual(on);
      undo = done.undo;
      return done.id;
    });
    if (!id) return;
    say(`Saved on this phone. As usual: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`, undo);
    onSaid?.(id);
  };
  return html`<${Button} variant="quiet" tall wide icon=${half ? undefined : 'usual'} detail=${text} onClick=${tell}>All as usual<//>`;
}
