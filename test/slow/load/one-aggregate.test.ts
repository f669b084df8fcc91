import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { systemIds } from "#adapters/system/system.ts";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { type TableWorld, tableWorld } from "#test/adapters/dynamodb/table.ts";
import { raceForGate } from "#test/core/governance/gate/race.ts";
import { REF, words } from "#test/core/kernel/ledger/words.ts";
import { within } from "#test/support/limits.ts";
import { fc, runs } from "#test/support/property.ts";

/** Many writers of one aggregate on the DynamoDB of the local cloud, over HTTP. */

let world: TableWorld;
beforeAll(async () => {
  world = await tableWorld();
});
afterAll(() => world.close());

const WRITERS = 50;

/** The clock of this machine; waits are as long as it is slow. */
const clock = {
  now: Date.now,
  async jitter(ms: number) {
    const wait = Math.random() * ms;
    await sleep(within(wait / 1000));
    return wait;
  },
};

const newLedger = () => createLedger({ store: createStore(world), clock, ids: systemIds });

describe("50 writers of one aggregate at once", () => {
  it("store 50 signals in one gapless chain", async () => {
    const said = Array.from({ length: WRITERS }, (_, index) => `word ${index}`);
    const write = (word: string) =>
      newLedger().append(words, REF, () => ({
        drafts: [{ type: "gantry.test.said", data: { word }, actor: SYSTEM }],
      }));
    await Promise.all(said.map(write));
    const signals = await newLedger().signals(REF, 0, 2 * WRITERS);
    expect(chainFault(signals)).toBeUndefined();
    expect(signals.map(({ data }) => data.word).toSorted()).toEqual(said.toSorted());
  });
});

describe("two people and the timer at one gate", () => {
  it("produce exactly one decision in each of 200 orders, and the losers receive the winning one", async () => {
    const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      await raceForGate(createStore(world), scheduler);
    });
    await fc.assert(property, { numRuns: runs(200) });
  });
});
