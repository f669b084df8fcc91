import { describe, expect, it } from "@jest/globals";
import { changeItem, openItem } from "#core/kernel/ledger/change-item.ts";
import type { Item, Store } from "#core/kernel/ledger/store.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { fakeClock } from "#test/support/memory-ports.ts";
import { memoryStore } from "#test/support/memory-store.ts";

const KEY = { pk: "T#tn_1", sk: "QUOTA#things" };
const lost = () => new Error("lost");

function table() {
  const store = memoryStore(noPause);
  return { store, clock: fakeClock() };
}

describe("an opened item", () => {
  /** A table that writes down its calls. */
  function watched() {
    const parts = table();
    const calls: unknown[] = [];
    const store: Pick<Store, "get" | "transact"> = {
      get: (key) => {
        calls.push("get");
        return parts.store.get(key);
      },
      transact: (writes) => {
        calls.push(writes.map(({ when }) => when));
        return parts.store.transact(writes);
      },
    };
    return { ...parts, store, calls, other: parts.store };
  }

  it("is read once, however often it is changed, and each write holds only on what was read", async () => {
    const parts = watched();
    const item = await openItem(parts, KEY, lost);
    for (const n of [1, 2]) await item.change(() => ({ n }));
    expect(parts.calls).toEqual(["get", [{ absent: true }], [{ equals: { version: 1 } }]]);
  });

  it("is read again after another process changed it, and not before every change since", async () => {
    const parts = watched();
    const item = await openItem(parts, KEY, lost);
    await changeItem({ ...parts, store: parts.other }, KEY, lost, () => ({ n: 5 }));
    const add = (was: Item | undefined) => ({ n: Number(was?.n ?? 0) + 1 });
    expect(await item.change(add)).toEqual({ ...KEY, n: 6, version: 2 });
    await item.change(() => undefined);
    expect(await item.change(add)).toEqual({ ...KEY, n: 7, version: 3 });
    expect(parts.calls).toEqual([
      "get",
      [{ absent: true }],
      "get",
      [{ equals: { version: 1 } }],
      [{ equals: { version: 2 } }],
    ]);
  });
});

describe("changing an item under concurrency", () => {
  it("creates the item, then changes it, and counts the versions", async () => {
    const parts = table();
    await changeItem(parts, KEY, lost, (item) => ({ was: item?.n ?? null, n: 1 }));
    const second = await changeItem(parts, KEY, lost, (item) => ({ was: item?.n, n: 2 }));
    expect(second).toEqual({ ...KEY, was: 1, n: 2, version: 2 });
    expect(parts.store.items()).toEqual([second]);
  });

  it("leaves the item unchanged when there is nothing to change", async () => {
    const parts = table();
    expect(await changeItem(parts, KEY, lost, () => undefined)).toBeUndefined();
    expect(parts.store.items()).toEqual([]);
    const made = await changeItem(parts, KEY, lost, () => ({ n: 1 }));
    expect(await changeItem(parts, KEY, lost, () => undefined)).toEqual(made);
  });

  it("decides again after a concurrent change, so that no change is lost", async () => {
    const parts = table();
    const add = (item: Item | undefined) => ({ n: Number(item?.n ?? 0) + 1 });
    await Promise.all([1, 2, 3].map(() => changeItem(parts, KEY, lost, add)));
    expect(parts.store.items()).toEqual([{ ...KEY, n: 3, version: 3 }]);
  });

  it("throws the given error when every attempt conflicts", async () => {
    const parts = table();
    const faster = (n: number) => changeItem(parts, KEY, lost, () => ({ n }));
    let tries = 0;
    const slow = changeItem(parts, KEY, lost, async () => {
      await faster(++tries);
      return { n: -1 };
    });
    await expect(slow).rejects.toThrow("lost");
    expect(tries).toBeGreaterThan(5);
    expect(parts.store.items()).toEqual([{ ...KEY, n: tries, version: tries }]);
  });

  it("passes on any other error", async () => {
    const store = { ...memoryStore(noPause), transact: () => Promise.reject(new Error("no table")) };
    const parts = { store, clock: fakeClock() };
    await expect(changeItem(parts, KEY, lost, () => ({ n: 1 }))).rejects.toThrow("no table");
  });
});
