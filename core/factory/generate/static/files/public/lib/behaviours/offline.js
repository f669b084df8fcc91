/** Keeps the files of the app in the browser, so that it opens without a connection. Not on the computer that serves them. */
export function offline() {
  return { kind: "offline", start: () => keepFiles(globalThis) };
}

async function keepFiles({ location, navigator, performance }) {
  if (!navigator?.serviceWorker || isLocal(location.hostname)) return;
  try {
    await navigator.serviceWorker.register("service-worker.js");
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage([location.href.split("#")[0], ...loaded]);
  } catch (error) {
    console.error(error); // The app works with a connection.
  }
}

/** Whether a host is the computer itself, where kept files would hide what was just changed. */
export function isLocal(hostname) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
