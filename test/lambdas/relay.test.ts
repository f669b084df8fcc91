import { describe, expect, it } from "@jest/globals";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { OutboxEntry } from "#core/kernel/ledger/outbox.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import { relayHandler } from "#lambdas/runtime/relay.ts";
import { deliverBatch, type StreamRecord } from "#local-cloud/lambda/batch.ts";
import { entriesOf } from "#test/core/delivery/outbox.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { recordOf } from "./stream.ts";

const RETRIES = 3;
const out = printed();

const started = ({ workflows }: World) => [...workflows.started.keys()].sort();

async function missionsOf(world: World, ...ids: string[]): Promise<StreamRecord[]> {
  for (const id of ids) await createMission(world, { id });
  return ids.map((id) => {
    const [{ signal }] = entriesOf(world, missionRef("tn_1", id)) as [OutboxEntry];
    return recordOf(signal, id);
  });
}

/** The relay behind an event source, in a world whose workflow engine refuses one mission. */
function eventSource(world: World, refused: string) {
  const handler = relayHandler(
    () => ({
      ...world,
      workflows: {
        ...world.workflows,
        start: async (start) => {
          if (start.execution.id === refused) throw new Error("refused");
          await world.workflows.start(start);
        },
      },
    }),
    SUBSCRIBERS,
  );
  const seen = { afterFirstCall: [] as string[], calls: 0, givenUp: [] as string[], done: [] as string[] };
  const deliver = (records: readonly StreamRecord[]) =>
    deliverBatch(records, {
      invoke: async (Records) => {
        const payload = await handler({ Records: Records as never });
        if (seen.calls++ === 0) seen.afterFirstCall = started(world);
        return { ok: true, payload } as never;
      },
      reportBatchItemFailures: true,
      bisectOnError: true,
      maxRetries: RETRIES,
      maxPauseMs: 1,
      signal: new AbortController().signal,
      done: ({ dynamodb }) => void seen.done.push(dynamodb.SequenceNumber),
      failed: ({ records }) => void seen.givenUp.push(...records.map((each) => each.dynamodb.SequenceNumber)),
    });
  return { seen, deliver };
}

describe("a signal whose handler always fails", () => {
  it("delays no other mission of its batch, and its own later signals until it is given up", async () => {
    const world = memoryWorld();
    const records = await missionsOf(world, "m_1", "m_2", "m_3", "m_4");
    const { seen, deliver } = eventSource(world, "m_2");
    await deliver(records);
    expect(seen.afterFirstCall).toEqual(["m_1", "m_3", "m_4"]);
    expect(seen.givenUp).toEqual(["m_2"]);
    expect(seen.done.at(-1)).toBe("m_4");
    await deliver(await missionsOf(world, "m_5"));
    expect(started(world)).toEqual(["m_1", "m_3", "m_4", "m_5"]);
    expect(out.lines.filter((line) => line.includes('"phase entered"'))).toHaveLength(5);
  });

  it("is delivered when it is replayed after it was given up", async () => {
    const world = memoryWorld();
    const records = await missionsOf(world, "m_1", "m_2");
    await eventSource(world, "m_1").deliver(records);
    expect(started(world)).toEqual(["m_2"]);
    await eventSource(world, "none").deliver(records.slice(0, 1));
    expect(started(world)).toEqual(["m_1", "m_2"]);
  });
});
