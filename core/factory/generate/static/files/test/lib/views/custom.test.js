import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../../support/records-app.js";
import { customView } from "../../../public/lib/views/custom.js";

const FIELDS = [{ id: "amount", accepts: (value) => typeof value === "number" }];

async function opened(load) {
  const { app, task, record } = await recordsApp({ fields: FIELDS, records: [{ id: "a", title: "Fern", amount: 2 }] });
  const node = customView(app, { id: "map", name: "Map", entity: task, load }).render();
  await node.ready;
  return { app, node, record, place: node.querySelector("#custom-map") };
}

test("a slot draws its page, again after each change of records", async () => {
  const render = (container, api) => container.append(api.records("task").map((record) => api.title("task", record)).join());
  const { app, node, place } = await opened(async () => ({ render }));
  assert.equal(place.textContent, "Fern");
  await app.records.save("task", { ...app.records.get("task", "a"), title: "Ivy" });
  await node.update();
  assert.equal(place.textContent, "Ivy");
});

test("a slot that is missing leaves a sentence", async () => {
  const { place } = await opened(async () => Promise.reject(new TypeError("missing")));
  assert.match(place.textContent, /customMissing/);
});

test("a slot that fails leaves a sentence, and nothing of what it drew", async (context) => {
  context.mock.method(console, "error", () => {});
  const render = (container) => {
    container.append("half");
    throw new Error("broken");
  };
  const { place } = await opened(async () => ({ render }));
  assert.match(place.textContent, /customFailed/);
  assert.doesNotMatch(place.textContent, /half/);
});

test("a slot keeps a record, and none with a value of another type", async () => {
  let api;
  const { record } = await opened(async () => ({ render: (_container, given) => (api = given) }));
  await api.save("task", { id: "a", amount: 3 });
  assert.deepEqual([record("a").title, record("a").amount], ["Fern", 3]);
  await assert.rejects(api.save("task", { id: "a", amount: "much" }), /'amount' has a value of another type/);
  assert.equal(record("a").amount, 3);
  assert.throws(() => api.records("other"), /not a kind of record/);
});
