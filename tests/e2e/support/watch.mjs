// What would betray a person: requests, storage, URLs; and everything that the browser complains about.
import { listenForComplaints } from './browser.mjs';

/** Records, from now on, all network requests of the page and its frames, and all complaints. */
export function watch(page) {
  const requests = [];
  page.on('request', (request) => requests.push(request.url().replace(/#.*/, '')));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('worker', (worker) => requests.push(worker.url()));
  page.on('popup', (popup) => requests.push(popup.url()));
  return { requests, complaints: listenForComplaints(page) };
}

/** The storage areas that are not empty, in the page and its frames. A sandboxed frame is refused all storage. */
export async function filledStores(page) {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const stores = await Promise.all(page.frames().map((frame) => frame.evaluate(async () => {
    const counts = {
      localStorage: () => localStorage.length,
      sessionStorage: () => sessionStorage.length,
      cookie: () => document.cookie.length,
      indexedDB: async () => (await indexedDB.databases()).length,
      caches: async () => (await caches.keys()).length,
    };
    const filled = [];
    for (const [name, count] of Object.entries(counts)) {
      try {
        if ((await count()) > 0) {
          filled.push(name);
        }
      } catch (error) {
        if (error.name !== 'SecurityError') {
          filled.push(`${name}: ${error}`);
        }
      }
    }
    return filled;
  })));
  return [...cookies, ...stores.flat()];
}
