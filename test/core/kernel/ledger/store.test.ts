import { describe } from "@jest/globals";
import { splitStore } from "#core/kernel/ledger/split-store.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { storeContract } from "./store-contract.ts";

const store = memoryStore(noPause);

describe("the store in memory:", () => storeContract(() => store));

describe("a store over two sets of rights, with items of tenants:", () =>
  storeContract(() => splitStore(memoryStore(noPause), () => store)));
