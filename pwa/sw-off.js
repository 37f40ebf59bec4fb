/* Answered at /sw.js while the operator has switched the worker off: let go of everything it kept. */

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

/** Remove the kept shell and this worker. The diary is not here; it lies in IndexedDB. */
async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith('limber-'));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
