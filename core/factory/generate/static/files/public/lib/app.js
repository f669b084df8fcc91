import { h } from "./dom.js";
import { openApp } from "./open-app.js";
import { createShell } from "./shell.js";
import { isTyping, shortcuts } from "./shortcuts.js";

/**
 * Opens the records ({@link openApp}) and shows the `views` of the app. Says that it loads until the records are open.
 * Returns the app once it is shown.
 */
export async function startApp({ views, ...parts }) {
  const loading = h("p", { class: "loading", role: "status" }, parts.words.loading);
  document.body.append(loading);
  const app = {
    ...(await openApp(parts)),
    /** What views keep while the app is open, by view. */
    states: new Map(),
    /** Opens a page by its path, such as `/plants`. */
    open: (path) => {
      location.hash = `#${path}`;
    },
  };
  const built = views.map((make) => make(app));
  app.pages = built.filter(({ path }) => path !== null);
  app.details = new Map(built.filter(({ path }) => path === null).map((page) => [page.entity.id, page]));
  for (const page of app.pages) page.entity = page.entity.id;

  const shell = createShell(app);
  loading.remove();
  document.body.append(shell.node);
  /** Shows what has changed beside the records. */
  app.update = shell.update;
  shell.show();
  app.records.subscribe(shell.update);
  addEventListener("hashchange", shell.show);
  document.addEventListener("keydown", (event) => {
    if (!isTyping(event)) shortcuts(app, shell).get(event.key)?.(event);
  });
  for (const behaviour of app.behaviours) behaviour.start?.(app);
  return app;
}
