/** Words about a report. Pure. */

/** Why the phone made it. @type {Record<string, string>} */
const BY_PHONE = {
  signed_out: 'Made on this phone, since nobody is signed in.',
  offline: 'Made on this phone, without a connection.',
};

/** What is to be known of a page made by the phone. @param {string} why */
export const phoneWords = (why) => `${BY_PHONE[why] ?? 'Made on this phone. The one of the server could not be fetched just now.'} `
  + 'All parts are in it. Patterns are the last ones the server found.';

/** The same where no server ever looked. */
export const LOCAL_WORDS = 'Made on this phone. All parts are in it but patterns: only a server looks for those.';

/** What went wrong with a file, and what works. @type {Record<string, string>} */
const TROUBLE = {
  offline: 'This needs a connection. The page works without one: open it and print it.',
  report_busy: 'Another report is being made. Wait a moment, then try again. The page works meanwhile.',
  report_not_made: 'The PDF could not be made just now. Try again in a minute, or print the page.',
  report_too_long: 'This is too much for one PDF. Choose fewer days or parts, or print the page.',
  not_signed_in: 'Sign in first. The page works without it.',
  no_period: 'Choose the days first.',
};

/** @param {string | undefined} code */
export const troubleWords = (code) => TROUBLE[code ?? ''] ?? 'The file could not be made. Nothing is lost. Try again, or print the page.';

/** "3 things are left out" @param {number} count */
export const outWords = (count) => (count === 1 ? '1 thing is left out' : `${count} things are left out`);

/** What a row is called in one line: its label, or how it begins. @param {readonly string[]} cells */
export function rowWords(cells) {
  const text = (cells.find(Boolean) ?? '').replace(/\.$/, '');
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text;
}
