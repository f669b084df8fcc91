import assert from "node:assert/strict";
import { test } from "node:test";
import { openCards, readEarlier } from "../public/model/card-store.js";
import { newCard } from "../public/model/cards.js";
import { createIndexedDB } from "./support/indexed-db.js";

const card = (id, more = {}) => ({ ...newCard(id, { deck: "A", front: id, back: "b" }, "2026-02-27"), ...more });
const values = (cards) => cards.map(({ id, front, box }) => [id, front, box]);

test("cards are there for the next page, and what is not in the list is removed", async () => {
  const browser = { indexedDB: createIndexedDB() };
  const store = await openCards("app", browser);
  assert.equal(await store.set([card("a"), card("b")]), true);
  await store.set(store.get().filter(({ id }) => id === "b"));
  assert.deepEqual(values((await openCards("app", browser)).get()), [["b", "b", 1]]);
});

test("two tabs that change different values of one card keep both", async () => {
  const browser = { indexedDB: createIndexedDB() };
  const one = await openCards("app", browser);
  await one.set([card("a")]);
  const two = await openCards("app", browser);
  await one.set(one.get().map((each) => ({ ...each, front: "new" })));
  await two.set(two.get().map((each) => ({ ...each, box: 3 })));
  assert.deepEqual(values(two.get()), [["a", "new", 3]]);
});

test("a removed card is brought back with its values", async () => {
  const store = await openCards("app");
  await store.set([card("a", { box: 4 })]);
  const [removed] = store.get();
  await store.set([]);
  await store.set([removed]);
  assert.deepEqual(values(store.get()), [["a", "a", 4]]);
});

test("a full browser keeps what it has, and says so", async (t) => {
  t.mock.method(console, "error", () => {});
  const store = await openCards("app", { indexedDB: createIndexedDB({ room: 1 }) });
  assert.equal(await store.set([card("a")]), true);
  assert.equal(await store.set([...store.get(), card("b")]), false);
  assert.deepEqual(values(store.get()), [["a", "a", 1]]);
});

test("the text of an earlier version is read, and says whether it is whole", () => {
  const text = (...value) => JSON.stringify({ version: 1, value });
  assert.deepEqual(readEarlier(text(card("a"))), { edits: [{ entityId: "card", record: card("a") }], whole: true });
  for (const broken of ["{oops", '{"version":2,"value":[]}', text(card("a"), null)]) assert.equal(readEarlier(broken).whole, false);
});
