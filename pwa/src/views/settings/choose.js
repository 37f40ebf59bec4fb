/** Choosing how the app looks: seen at once, kept, and said. */
import { durable } from '../../state/records.js';
import { choose } from '../../state/preferences.js';
import { say } from '../../state/toast.js';
import { announce } from '../../ui/announce.js';

/** @param {import('../../state/preferences.js').Choice} name @param {unknown} value */
export async function chooseLook(name, value) {
  try {
    await choose(name, value);
    announce('Saved on this phone.');
  } catch {
    // What was chosen holds on this phone all the same; it only is not in the person's record.
    if (durable.value) say('This holds on this phone. Tap once more to keep it for your other devices.');
  }
}
