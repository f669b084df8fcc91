import { describe, expect, it } from "@jest/globals";
import { changeItem } from "#core/ledger/change-item.ts";
import type { Item } from "#core/ledger/store.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";

const KEY = { pk: "T#tn_1", sk: "QUOTA#things" };
const RACE = { tries: 3, lost: () => new Error("lost") };

describe("changing an item that others change too", () => {
  it("makes it, then changes it, and counts the versions", async () => {
    const store = memoryStore(noPause);
    await changeItem(store, KEY, RACE, (item) => ({ was: item?.n ?? null, n: 1 }));
    const second = await changeItem(store, KEY, RACE, (item) => ({ was: item?.n, n: 2 }));
    expect(second).toEqual({ ...KEY, was: 1, n: 2, version: 2 });
    expect(store.items()).toEqual([second]);
  });

  it("leaves it as it is when there is nothing to change", async () => {
    const store = memoryStore(noPause);
    expect(await changeItem(store, KEY, RACE, () => undefined)).toBeUndefined();
    expect(store.items()).toEqual([]);
    const made = await changeItem(store, KEY, RACE, () => ({ n: 1 }));
    expect(await changeItem(store, KEY, RACE, () => undefined)).toEqual(made);
  });

  it("decides again when somebody else was faster, so that no change is lost", async () => {
    const store = memoryStore(noPause);
    const add = (item: Item | undefined) => ({ n: Number(item?.n ?? 0) + 1 });
    await Promise.all([1, 2, 3].map(() => changeItem(store, KEY, RACE, add)));
    expect(store.items()).toEqual([{ ...KEY, n: 3, version: 3 }]);
  });

  it("gives up with the error it is told when every race was lost", async () => {
    const store = memoryStore(noPause);
    const faster = (n: number) => changeItem(store, KEY, RACE, () => ({ n }));
    let tries = 0;
    const slow = changeItem(store, KEY, RACE, async () => {
      await faster(++tries);
      return { n: -1 };
    });
    await expect(slow).rejects.toThrow("lost");
    expect(tries).toBe(3);
    expect(store.items()).toEqual([{ ...KEY, n: 3, version: 3 }]);
  });

  it("passes on what is no lost race", async () => {
    const store = { ...memoryStore(noPause), transact: () => Promise.reject(new Error("no table")) };
    await expect(changeItem(store, KEY, RACE, () => ({ n: 1 }))).rejects.toThrow("no table");
  });
});
