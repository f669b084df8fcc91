import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { columnLimit } from "../../../public/lib/behaviours/column-limit.js";
import { boardView } from "../../../public/lib/views/board.js";

const status = { id: "status", type: "choice", options: [{ id: "open", name: "Open" }, { id: "doing", name: "Doing" }] };

async function counters(records) {
  const limit = columnLimit({ entity: "task", field: "status", options: ["doing"], max: 1 });
  const { app, task } = await recordsApp({ fields: [status], records, behaviours: [limit] });
  const page = boardView(app, { id: "board", name: "Board", entity: task, group: "status", fields: ["title"] }).render();
  const badge = (id) => page.querySelector(`[data-column="${id}"] .badge`);
  return ["open", "doing"].map((id) => [badge(id).textContent, badge(id).classList.contains("danger")]);
}

test("a column with a limit shows it, and is marked when it holds more", async () => {
  const cards = [{ id: "a", title: "One", status: "doing" }, { id: "b", title: "Two", status: "doing" }];
  assert.deepEqual(await counters(cards.slice(0, 1)), [["0", false], ["1 / 1", false]]);
  assert.deepEqual(await counters(cards), [["0", false], ["2 / 1", true]]);
});
