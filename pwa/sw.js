/*
 * Keeps the app's files on the phone, so that it opens without a network.
 *
 * The server puts `self.shell = {version, files: {address: sha256}}` in front of this text. A version
 * is taken whole or not at all: every file is checked against its hash before one is stored, and until
 * then the version before goes on answering. The API is never touched here; what a person writes lies
 * in IndexedDB and travels with the page's own requests.
 */

const { version, files } = self.shell;
const PREFIX = 'limber-';
const CACHE = PREFIX + version;
const PAGE = '/';
const CRATE = '/pwa/crate.json';
/** So many files are fetched one by one, as after an update; more of them come in the crate. */
const FEW = 60;
const NETWORK_ONLY = ['/api', '/livez', '/readyz', '/sw.js'];
// Headers that spoke of the bytes on the wire and no longer fit the unpacked copy.
const OF_THE_WIRE = ['content-encoding', 'content-length', 'vary', 'date', 'last-modified', 'etag'];
const FRESH = { cache: 'reload', credentials: 'omit', redirect: 'error' };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  // Sent when the person takes the offered update; until then nothing changes under their hands.
  if (event.data?.type === 'SKIP_WAITING') self.skipWaiting();
  // A page that makes room on a full phone asks what is in use.
  if (event.data?.type === 'WHICH_SHELL') event.ports[0].postMessage(CACHE);
});
self.addEventListener('fetch', (event) => {
  const address = keptAddress(event.request);
  if (address) event.respondWith(fromCache(address, event.request));
});

/** Fetch and check every file, then store all of them. Throws when one is not what it should be. */
async function install() {
  const found = new Map((await Promise.all(Object.keys(files).map(keptAlready))).filter(Boolean));
  const missing = Object.keys(files).filter((url) => !found.has(url));
  // Where it does not come, or not whole, each file is asked for by itself.
  if (missing.length > FEW) for (const [url, response] of await fromCrate(missing).catch(() => [])) found.set(url, response);
  const fetched = await Promise.all(missing.filter((url) => !found.has(url)).map(obtain));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...found, ...fetched].map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    // Half a version on a full phone helps nobody.
    await caches.delete(CACHE);
    throw error;
  }
}

/** The copy an earlier version kept, where it is the same. */
async function keptAlready(url) {
  // The page is always fetched: its headers carry the security policy, which may change without it.
  const kept = url === PAGE ? undefined : await caches.match(url);
  if (!kept) return null;
  return (await sha256(await kept.clone().arrayBuffer())) === files[url] ? [url, kept] : null;
}

/** Those of the files that the crate holds as they should be. */
async function fromCrate(wanted) {
  const response = await fetch(CRATE, FRESH);
  if (!response.ok) throw new Error(`the crate answered ${response.status}`);
  const crate = await response.json();
  const found = await Promise.all(wanted.filter((url) => Object.hasOwn(crate, url)).map(async (url) => {
    const [type, text] = crate[url];
    const bytes = new TextEncoder().encode(text);
    return (await sha256(bytes)) === files[url] ? [url, unpacked(response, bytes, type)] : null;
  }));
  return found.filter(Boolean);
}

/** A fresh file. */
async function obtain(url) {
  const response = await fetch(url, FRESH);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== files[url]) throw new Error(`${url} is not the file that was announced`);
  return [url, unpacked(response, bytes)];
}

/** The response as it is kept; its security headers stay with it. */
function unpacked(response, bytes, type = response.headers.get('content-type')) {
  const headers = new Headers(response.headers);
  for (const name of OF_THE_WIRE) headers.delete(name);
  headers.set('content-type', type);
  return new Response(bytes, { status: 200, headers });
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Remove older versions. Only the first one takes over open pages, since they have no worker yet. */
async function activate() {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  if (older.length === 0) await self.clients.claim();
}

/** The kept file that answers a request, or null when the network has to. */
function keptAddress(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return null;
  if (NETWORK_ONLY.some((path) => url.pathname === path || url.pathname.startsWith(path + '/'))) return null;
  if (Object.hasOwn(files, url.pathname)) return url.pathname;
  const screen = !url.pathname.split('/').at(-1).includes('.') && !url.pathname.startsWith('/static/');
  return request.mode === 'navigate' && screen ? PAGE : null;
}

/** Opened once for all of a start's files. */
let shelf = null;

/** The kept file; the network where the phone has thrown the copy away. */
async function fromCache(address, request) {
  shelf ??= caches.open(CACHE).catch((error) => { shelf = null; throw error; });
  const cache = await shelf;
  return (await cache.match(address)) ?? fetch(request);
}
