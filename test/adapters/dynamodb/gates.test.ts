import { afterAll, beforeAll, describe, it } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { raceForGate } from "#test/core/governance/gate/race.ts";
import { fc, runs } from "#test/support/property.ts";
import { type TableWorld, tableWorld } from "./table.ts";

let world: TableWorld;
beforeAll(async () => {
  world = await tableWorld();
});
afterAll(() => world.close());

describe("two people and the timer at one gate on DynamoDB", () => {
  it("produce exactly one decision in any order, and the losers receive the winning one", async () => {
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      await raceForGate(createStore(world), scheduler);
    });
    await fc.assert(property, { numRuns: runs(40) });
  });
});
