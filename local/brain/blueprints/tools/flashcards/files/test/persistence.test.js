import assert from "node:assert/strict";
import { test } from "node:test";
import { takeOver } from "../public/features/persistence.js";
import { openCards } from "../public/model/card-store.js";
import { newCard } from "../public/model/cards.js";
import { createIndexedDB } from "./support/indexed-db.js";

const KEY = "app.cards";
const CARD = newCard("a", { deck: "A", front: "perro", back: "dog" }, "2026-02-27");
const text = (...value) => JSON.stringify({ version: 1, value });

function memory(stored) {
  const data = new Map([[KEY, stored]]);
  return { data, getItem: (key) => data.get(key) ?? null, setItem: (key, value) => data.set(key, value), removeItem: (key) => data.delete(key) };
}

async function after(stored, indexedDB = createIndexedDB()) {
  const { records } = await openCards("app", { indexedDB });
  const storage = memory(stored);
  await takeOver(records, KEY, storage);
  return { fronts: records.all("card").map(({ front }) => front), keys: [...storage.data.keys()] };
}

test("the cards of an earlier version are taken over, and their text is then gone", async () => {
  assert.deepEqual(await after(text(CARD)), { fronts: ["perro"], keys: [] });
});

test("what cannot be read is put aside, and the text stays until its cards are kept", async (t) => {
  assert.deepEqual(await after(text(CARD, 7)), { fronts: ["perro"], keys: [`${KEY}.unreadable-1`] });
  assert.deepEqual(await after(text(CARD), null), { fronts: ["perro"], keys: [KEY] });
  t.mock.method(console, "error", () => {});
  assert.deepEqual(await after(text(CARD), createIndexedDB({ room: 0 })), { fronts: [], keys: [KEY] });
});
