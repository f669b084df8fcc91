import { h } from "./dom.js";
import { openRecords } from "./records.js";
import { createShell } from "./shell.js";
import { isTyping, shortcuts } from "./shortcuts.js";
import { createToast } from "./toast.js";

/**
 * Opens the records and starts the app. `database` names them and the settings in this browser; `entities`, `views` and
 * `behaviours` are what the app consists of, in order; `words` are its texts in the language `locale`, and `currency` that
 * of its amounts. Says that it loads until the records are open. Returns the app once it is shown.
 */
export async function startApp({ title, database, locale, currency, words, entities, views, behaviours = [], themes = false }) {
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel(database) : undefined;
  const loading = h("p", { class: "loading", role: "status" }, words.loading);
  document.body.append(loading);
  const records = await openRecords({ database, entities, indexedDB: storageOf(globalThis), channel });
  const toast = createToast(words);
  const app = {
    title,
    database,
    locale,
    currency,
    words,
    records,
    behaviours,
    themes,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    /** What views keep while the app is open, by view. */
    states: new Map(),
    /** Opens a page by its path, such as `/plants`. */
    open: (path) => {
      location.hash = `#${path}`;
    },
    announce: toast.announce,
    offerUndo: toast.offerUndo,
    attempt: (work, tell = (text) => toast.announce(text, "danger")) => attempt(words, work, tell),
  };
  const built = views.map((make) => make(app));
  app.pages = built.filter(({ path }) => path !== null);
  app.details = new Map(built.filter(({ path }) => path === null).map((page) => [page.entity.id, page]));
  for (const page of app.pages) page.entity = page.entity.id;

  const shell = createShell(app, toast.node);
  loading.remove();
  document.body.append(shell.node);
  /** Shows what has changed beside the records. */
  app.update = shell.update;
  shell.show();
  records.subscribe(shell.update);
  addEventListener("hashchange", shell.show);
  addEventListener("pageshow", ({ persisted }) => persisted && records.refresh());
  document.addEventListener("keydown", (event) => {
    if (!isTyping(event)) shortcuts(app, shell).get(event.key)?.(event);
  });
  for (const behaviour of behaviours) behaviour.start?.(app);
  return app;
}

/** The browser's IndexedDB, or undefined where even looking for it is forbidden. */
function storageOf(browser) {
  try {
    return browser.indexedDB;
  } catch {
    return undefined;
  }
}

/** Does work that the browser may refuse. Returns whether it was done; otherwise the reason is told. */
async function attempt(words, work, tell) {
  try {
    await work();
    return true;
  } catch (error) {
    console.error(error);
    tell(error?.name === "QuotaExceededError" ? words.storageFull : words.notKept);
    return false;
  }
}
