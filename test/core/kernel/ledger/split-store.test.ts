import { describe, expect, it } from "@jest/globals";
import { splitStore } from "#core/kernel/ledger/split-store.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";

const common = { pk: "G#KEY#abc", sk: "K" };
const own = { pk: "T#tn_1#execution#m", sk: "META" };

function split() {
  const [shared, tenant] = [memoryStore(noPause), memoryStore(noPause)];
  return { shared, tenant, store: splitStore(shared, () => tenant) };
}

describe("a store over two sets of rights", () => {
  it("reads and writes global items through the one, and all others through the tenant's", async () => {
    const { shared, tenant, store } = split();
    await store.transact([{ put: { ...common, g1: "G#CONN#open", g1s: "a" } }]);
    await store.transact([{ put: { ...own, g1: "T#tn_1#L#X#open#0", g1s: "a" } }]);
    expect(shared.items().map(({ pk }) => pk)).toEqual([common.pk]);
    expect(tenant.items().map(({ pk }) => pk)).toEqual([own.pk]);
    expect(await store.get(common)).toMatchObject(common);
    expect(await store.get(own)).toMatchObject(own);
    expect(await store.query({ pk: own.pk })).toHaveLength(1);
    expect(await store.query({ index: "g1", pk: "G#CONN#open" })).toHaveLength(1);
    expect(await store.query({ index: "g1", pk: "T#tn_1#L#X#open#0" })).toHaveLength(1);
  });

  it("refuses a transaction over both, and writes nothing", async () => {
    const { shared, tenant, store } = split();
    await expect(store.transact([{ put: own }, { delete: common }])).rejects.toMatchObject({
      code: "Internal",
    });
    expect([...shared.items(), ...tenant.items()]).toEqual([]);
  });

  it("does nothing for a transaction without writes", async () => {
    const store = splitStore(memoryStore(noPause), () => {
      throw new Error("no tenant");
    });
    await store.transact([]);
    expect(await store.get(common)).toBeUndefined();
  });

  it("opens the tenant's store only for the tenant's items", async () => {
    const store = splitStore(memoryStore(noPause), () => {
      throw new Error("no tenant");
    });
    expect(await store.get(common)).toBeUndefined();
    await expect(store.get(own)).rejects.toThrow("no tenant");
    await expect(store.query({ pk: own.pk })).rejects.toThrow("no tenant");
    await expect(store.transact([{ put: own }])).rejects.toThrow("no tenant");
  });
});
