/**
 * The server's word, in a cookie that a page can read, that this browser is signed in. The session itself is in another
 * one that no page can read. It outlives the storage where a browser clears that, and it saves everybody else a question.
 */

const NAME = 'limber-here';

export const saysSignedIn = () => (globalThis.document?.cookie ?? '').split('; ').includes(`${NAME}=1`);

/** At once, also without a network: nobody's diary comes back by itself after they have left. */
export function forgetSignedIn() {
  if (globalThis.document) document.cookie = `${NAME}=; Max-Age=0; Path=/; SameSite=Lax`;
}
