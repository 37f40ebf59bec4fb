/** Gives Node the browser's storage, empty. Tests live outside pwa/, so its packages are named by their place. */
import '../../pwa/node_modules/fake-indexeddb/auto/index.mjs';
