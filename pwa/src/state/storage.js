/** Asks the browser to keep what is stored. It may say no; nothing rests on the answer. */

let asked = false;

export function keepStorage() {
  if (asked || !globalThis.navigator?.storage?.persist) return;
  asked = true;
  navigator.storage.persist().catch(() => { asked = false; });
}
