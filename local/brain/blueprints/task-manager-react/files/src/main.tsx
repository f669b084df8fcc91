import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { openTasks } from "./open-tasks";
/* @feature persistence */
import { takeEarlierTasks } from "./earlier";
/* @end */

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");
const app = await openTasks(
  /* @feature persistence */
  window,
  /* @end */
);
/* @feature persistence */
await app.attempt(() => takeEarlierTasks(app));
/* @end */
createRoot(root).render(
  <StrictMode>
    <App app={app} />
  </StrictMode>,
);
