import { describe, expect, it } from "@jest/globals";
import { splitStore } from "#core/kernel/ledger/split-store.ts";
import { TransactionRefused } from "#core/kernel/ledger/store.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { storeContract } from "./store-contract.ts";

const store = memoryStore(noPause);

describe("the store in memory:", () => storeContract(() => store));

describe("a store over two sets of rights, with items of tenants:", () =>
  storeContract(() => splitStore(memoryStore(noPause), () => store)));

describe("a refused transaction", () => {
  it("names its writes that were refused", () => {
    const refused = new TransactionRefused([2, 5].map((index) => ({ index, existing: undefined })));
    expect([refused.name, refused.message]).toEqual(["TransactionRefused", "refused writes: 2, 5"]);
  });
});
