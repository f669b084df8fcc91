import { describe, expect, it } from "@jest/globals";
import { noPause } from "#test/support/memory-pause.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { fc, runs } from "#test/support/property.ts";
import { raceForGate } from "./race.ts";

describe("two people and the timer at one gate", () => {
  it("produce exactly one decision in any order, and the losers receive the winning one", async () => {
    const winners: string[] = [];
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      winners.push(await raceForGate(memoryStore(noPause), scheduler));
    });
    await fc.assert(property, { numRuns: runs(200) });
    expect([...new Set(winners)].toSorted()).toEqual(["person", "system"]);
  });
});
