/** Words for the list of devices. Pure. */

import { dateWords, localDay, whenWords } from '../people/when.js';

/**
 * @param {{current: boolean, last_seen_at: string | null, removed_at?: string | null, wiped_at?: string | null}} device
 * @param {Date} now
 */
export function seenWords(device, now) {
  if (device.wiped_at) return `Removed. Emptied on ${dateWords(localDay(new Date(device.wiped_at)), localDay(now))}.`;
  if (device.removed_at) return 'Removed. Will be emptied when it next connects.';
  if (device.current) return 'This device';
  return device.last_seen_at ? `Last used ${whenWords(new Date(device.last_seen_at), now)}` : 'Not used yet';
}

/** A device without a name is told apart by when it signed in. @param {{label: string | null}} device */
export function deviceName(device) {
  return device.label || 'A phone or computer';
}
