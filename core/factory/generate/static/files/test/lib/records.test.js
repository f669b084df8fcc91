import assert from "node:assert/strict";
import { test } from "node:test";
import { openRecords } from "../../public/lib/records.js";
import { browserOf, textField } from "../support/tabs.js";

const note = {
  id: "note",
  fields: [
    textField("title"),
    textField("body"),
    textField("tags", { empty: [], accepts: Array.isArray }),
    textField("number", { accepts: (value) => value === null || Number.isInteger(value), assign: (all) => Math.max(0, ...all.map(({ number }) => number ?? 0)) + 1 }),
    textField("length", { derived: true, derive: ({ title }) => title?.length ?? 0 }),
  ],
};
const part = { id: "part", fields: [textField("name"), textField("note")] };
const browser = (more) => browserOf([note, part], more);

test("what is saved is there after a new start, and empty fields are empty", async () => {
  const tabs = browser();
  const saved = await (await tabs.open()).save("note", { title: "Milk" });
  const [found] = (await tabs.open()).all("note");
  assert.deepEqual(found, saved);
  const { id: _, title, body, tags: list, number } = found;
  assert.deepEqual([title, body, list, number], ["Milk", null, [], 1]);
});

test("records are frozen, the same until one changes, and computed fields are not stored", async () => {
  const tabs = browser();
  const records = await tabs.open();
  const record = await records.save("note", { title: "Milk" });
  assert.ok(Object.isFrozen(record));
  assert.equal(records.all("note"), records.all("note"));
  assert.equal(record.length, 4);
  assert.equal("length" in tabs.rows()[0].values, false);
});

test("two tabs that edit different fields of one record keep both edits", async () => {
  const tabs = browser();
  const [one, two] = [await tabs.open(), await tabs.open()];
  const first = await one.save("note", { title: "Milk" });
  await tabs.deliver();
  const [seen] = two.all("note");
  await one.save("note", { ...first, title: "Oat milk" });
  await tabs.deliver();
  await two.save("note", { ...seen, body: "Two bottles" });
  await tabs.deliver();
  for (const tab of [one, two]) assert.deepEqual([tab.all("note")[0].title, tab.all("note")[0].body], ["Oat milk", "Two bottles"]);
});

test("of two edits of one field the later one counts, and its tab knows what it took the place of", async () => {
  const tabs = browser();
  const [one, two] = [await tabs.open(), await tabs.open()];
  const begun = await one.save("note", { title: "Milk", body: "1 l" });
  await one.save("note", { ...begun, title: "Bread" });
  let told = 0;
  two.subscribe(() => (told += 1));
  await two.save("note", { ...begun, title: "Cheese", body: "2 l" }, begun);
  assert.equal(two.get("note", begun.id).title, "Cheese");
  assert.deepEqual(two.replaced(), [{ entity: "note", id: begun.id, field: "title", value: "Bread" }]);
  assert.deepEqual(one.replaced(), []);
  assert.ok(told > 0);
  two.forgetReplaced();
  assert.deepEqual(two.replaced(), []);
});

test("what is first entered in a field that was not stored yet takes no other value's place", async () => {
  const done = textField("done", { empty: false, accepts: (value) => typeof value === "boolean" });
  const tabs = browserOf([{ id: "note", fields: [textField("title"), done] }]);
  const records = await tabs.open();
  const begun = await records.save("note", { title: "Milk" });
  await records.save("note", { ...begun, done: true }, begun);
  assert.deepEqual([records.get("note", begun.id).done, records.replaced()], [true, []]);
});

test("a copy under another identifier is a record of its own", async () => {
  const records = await browser().open();
  const record = await records.save("note", { title: "Milk", tags: ["a"] });
  const { id: _, ...values } = record;
  const copy = await records.save("note", values);
  assert.deepEqual([copy.title, copy.tags, records.all("note").length], ["Milk", ["a"], 2]);
});

test("lists that two tabs changed have the additions and removals of both", async () => {
  const tabs = browser();
  const [one, two] = [await tabs.open(), await tabs.open()];
  const first = await one.save("note", { title: "Milk", tags: ["shop", "old"] });
  await tabs.deliver();
  await one.save("note", { ...first, tags: ["shop", "old", "urgent"] });
  await two.save("note", { ...first, tags: ["shop", "home"] }, first);
  assert.deepEqual(two.all("note")[0].tags.toSorted(), ["home", "shop", "urgent"]);
});

test("200 interleaved edits of two tabs lose nothing", async () => {
  const tabs = browser();
  const both = [await tabs.open(), await tabs.open()];
  const shared = await both[0].save("note", { title: "0", body: "0", tags: [] });
  await tabs.deliver();
  const edits = Array.from({ length: 200 }, (_, index) => {
    const tab = both[index % 2];
    const begun = tab.get("note", shared.id);
    const field = index % 2 === 0 ? "title" : "body";
    return Promise.all([
      tab.save("note", { ...begun, [field]: String(index), tags: [...begun.tags, `t${index}`] }, begun),
      tab.save("note", { title: `new ${index}` }),
    ]);
  });
  await Promise.all(edits);
  await tabs.deliver();
  const fresh = await tabs.open();
  for (const tab of [...both, fresh]) {
    const record = tab.get("note", shared.id);
    assert.deepEqual([record.title, record.body], ["198", "199"]);
    assert.equal(new Set(record.tags).size, 200);
    assert.equal(tab.all("note").length, 201);
  }
});

test("numbers that the app gives are unique among tabs", async () => {
  const tabs = browser();
  const [one, two] = [await tabs.open(), await tabs.open()];
  await Promise.all([one, two, one, two].map((tab) => tab.save("note", { title: "x" })));
  assert.deepEqual(tabs.rows().map(({ values }) => values.number).toSorted(), [1, 2, 3, 4]);
});

test("deleting marks a record and all that is deleted with it; restoring brings back exactly these", async () => {
  const tabs = browser();
  const records = await tabs.open();
  const owner = await records.save("note", { title: "Cake" });
  const [kept, gone] = await records.saveAll(["flour", "sugar"].map((name) => ({ entityId: "part", record: { name, note: owner.id } })));
  await records.remove("part", gone.id);
  await records.remove("note", owner.id, [["part", kept.id]]);
  assert.deepEqual([records.all("note").length, records.all("part").length, tabs.rows().length], [0, 0, 3]);
  await records.restore("note", owner.id);
  assert.deepEqual(records.all("note"), [owner]);
  assert.deepEqual(records.all("part"), [kept]);
});

test("an edit in one tab of a record that another tab has deleted brings it back", async () => {
  const tabs = browser();
  const [one, two] = [await tabs.open(), await tabs.open()];
  const record = await one.save("note", { title: "Milk" });
  await tabs.deliver();
  await one.remove("note", record.id);
  await two.save("note", { ...record, body: "two" }, record);
  await tabs.deliver();
  assert.deepEqual([one.all("note")[0].title, one.all("note")[0].body], ["Milk", "two"]);
});

test("what was deleted a month ago is removed, not what was deleted yesterday", async () => {
  let time = Date.parse("2026-01-01T00:00:00Z");
  const tabs = browser({ now: () => time });
  const records = await tabs.open();
  const [old, recent] = await records.saveAll(["old", "recent"].map((title) => ({ entityId: "note", record: { title } })));
  await records.remove("note", old.id);
  time += 30 * 86_400_000;
  await records.remove("note", recent.id);
  time += 86_400_000;
  await tabs.open();
  assert.deepEqual(tabs.rows().map(({ id }) => id), [recent.id]);
});

test("a row that cannot be read is set aside, stays as it is, and is deleted only on request", async () => {
  const tabs = browser();
  const first = await tabs.open();
  const good = await first.save("note", { title: "Milk" });
  const broken = { entity: "note", id: "broken", values: { title: 7 }, deleted: null };
  tabs.put(broken);
  const records = await tabs.open();
  assert.deepEqual(records.all("note"), [good]);
  assert.deepEqual(records.unreadable(), [broken]);
  await assert.rejects(records.save("note", { id: "broken", title: "Over" }), TypeError);
  assert.deepEqual(tabs.rows().find(({ id }) => id === "broken"), broken);
  await records.discardUnreadable();
  assert.deepEqual([records.unreadable().length, tabs.rows().length], [0, 1]);
});

test("rows of an entity that the app does not have stay stored", async () => {
  const tabs = browser();
  await tabs.open();
  tabs.put({ entity: "later", id: "1", values: {}, deleted: null });
  const records = await tabs.open();
  await records.save("note", { title: "x" });
  assert.deepEqual([tabs.rows().length, records.unreadable().length, records.all("later")], [2, 0, []]);
});

test("a full browser refuses the whole edit and says why; nothing has changed", async () => {
  const tabs = browser();
  const records = await tabs.open();
  const record = await records.save("note", { title: "Milk" });
  tabs.storage.limit.room = 2;
  const edits = ["a", "b"].map((title) => ({ entityId: "note", record: { title } }));
  await assert.rejects(records.saveAll(edits), { name: "QuotaExceededError" });
  assert.deepEqual([records.all("note"), tabs.rows().length], [[record], 1]);
  tabs.storage.limit.room = 9;
  await records.saveAll(edits);
  assert.equal(records.all("note").length, 3);
});

test("without IndexedDB records are in memory, which the app can say", async () => {
  const refusing = { open: () => { throw new DOMException("denied", "SecurityError"); } };
  for (const indexedDB of [undefined, refusing]) {
    const records = await openRecords({ database: "test", entities: [note], indexedDB });
    await records.save("note", { title: "Milk" });
    assert.deepEqual([records.kept, records.all("note")[0].title], [false, "Milk"]);
  }
});

test("listeners hear of changes here and in other tabs until they leave", async () => {
  const tabs = browser();
  const [one, two] = [await tabs.open(), await tabs.open()];
  let heard = 0;
  const leave = two.subscribe(() => {
    heard += 1;
  });
  await one.save("note", { title: "a" });
  await tabs.deliver();
  await two.save("note", { title: "b" });
  leave();
  await two.save("note", { title: "c" });
  assert.equal(heard, 2);
});

test("records that name a record are found by one identifier or a list of them", async () => {
  const records = await browser().open();
  const part = await records.save("part", { name: "a", note: "n1" });
  const tagged = await records.save("note", { title: "x", tags: ["n1"] });
  assert.deepEqual(records.naming("part", "note", "n1"), [part]);
  assert.deepEqual(records.naming("note", "tags", "n1"), [tagged]);
});
