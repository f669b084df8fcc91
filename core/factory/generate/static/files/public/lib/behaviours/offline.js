
/** Keeps the files of the app in the browser, so that it opens without a connection. Not on a computer that serves itself. */
export function offline() {
  return {
    kind: "offline",
    start: () => {
      const { hostname } = globalThis.location;
      if (isLocal(hostname) || !globalThis.navigator.serviceWorker) return;
      globalThis.navigator.serviceWorker.register("service-worker.js").catch(() => {});
    },
  };
}

/** Whether a host is the computer itself, where a kept copy would hide what was just changed. */
export function isLocal(hostname) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127\./.test(hostname);
}
