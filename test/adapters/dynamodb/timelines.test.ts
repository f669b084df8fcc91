import { afterAll, beforeAll, describe } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { timelineContract } from "#test/core/kernel/ledger/timeline-contract.ts";
import { type TableWorld, tableWorld } from "./table.ts";

let world: TableWorld;
beforeAll(async () => {
  world = await tableWorld();
});
afterAll(() => world.close());

describe("on DynamoDB,", () => timelineContract(() => createStore(world)));
