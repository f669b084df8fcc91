import { h } from "../dom.js";

/**
 * Keeps the files of the app in the browser, so that it opens without a connection, and tells when a new version of them
 * waits. The new version is used at once by a page that is opened; one that is open decides when.
 */
export function offline() {
  let waiting = null;
  return {
    kind: "offline",
    start: (app) =>
      watchVersions(globalThis.navigator?.serviceWorker, (worker) => {
        waiting = worker;
        app.update();
      }),
    notices: (app) => (waiting ? [newVersion(app, waiting)] : []),
  };
}

/** Registers the worker that keeps the files, and calls `found` with a newer one that waits for the page. */
export async function watchVersions(workers, found) {
  if (!workers) return;
  try {
    const registration = await workers.register("service-worker.js", { updateViaCache: "none" });
    if (!registration) return; // A browser that is controlled by a test has none.
    const look = () => workers.controller && registration.waiting && found(registration.waiting);
    look();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && registration.update().catch(() => {}));
  } catch (error) {
    console.error(error); // The app works with a connection.
  }
}

function newVersion(app, worker) {
  const use = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take-over");
  };
  return h(
    "aside",
    { class: "notice", role: "status" },
    h("p", {}, app.words.versionNew),
    h("div", { class: "actions" }, h("button", { type: "button", class: "button small", id: "use-version", onclick: use }, app.words.versionUse)),
  );
}
