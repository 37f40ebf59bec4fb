// Runs before anything of the page. Notes when the first sync request leaves, when a transaction that stores a page of
// rows with its cursor has completed, and every task of the main thread that kept it for over 50 ms. Times are performance.now().
window.firstSync = { asked: null, asking: 0, stored: [], tasks: [] };
const { fetch: asks } = window;
window.fetch = (...words) => {
  if (!String(words[0]).includes('/sync/')) return asks(...words);
  window.firstSync.asked ??= performance.now();
  window.firstSync.asking += 1;
  return asks(...words).finally(() => { window.firstSync.asking -= 1; });
};
const { transaction: begin } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
  const its = begin.call(this, stores, mode, options);
  if (mode === 'readwrite' && its.objectStoreNames.contains('spaces')) {
    its.addEventListener('complete', () => { window.firstSync.stored.push(performance.now()); });
  }
  return its;
};
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) window.firstSync.tasks.push([startTime, duration]);
}).observe({ type: 'longtask', buffered: true });
