import { DescribeTableCommand, type DescribeTableCommandOutput } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { readRecord, type StreamRecord } from "#adapters/dynamodb/stream.ts";
import { systemClock, systemIds } from "#adapters/system/system.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";
import type { Store } from "#core/kernel/ledger/store.ts";
import { streamsClient } from "#test/cloud/streams-client.ts";
import { type TableWorld, tableWorld } from "./table.ts";

let world: TableWorld;
let store: Store;

beforeAll(async () => {
  world = await tableWorld();
  store = createStore(world);
});
afterAll(() => world.close());

/** What is in the table's stream, as the relay gets it. */
async function records(): Promise<StreamRecord[]> {
  const streams = streamsClient(world.endpoint);
  const described = await world.client.send(new DescribeTableCommand({ TableName: world.table }) as never);
  const StreamArn = (described as DescribeTableCommandOutput).Table?.LatestStreamArn;
  const { body: stream } = await streams("DescribeStream", { StreamArn });
  const [{ ShardId }] = stream.StreamDescription.Shards;
  const { body } = await streams("GetShardIterator", {
    StreamArn,
    ShardId,
    ShardIteratorType: "TRIM_HORIZON",
  });
  return (await streams("GetRecords", { ShardIterator: body.ShardIterator })).body.Records;
}

describe("a stream record", () => {
  it("returns the appended signal with its view, and nothing for any other item", async () => {
    const ref = { tenant: "tn_1", kind: "execution" as const, id: "x_1" };
    const ledger = createLedger({ store, clock: systemClock, ids: systemIds });
    const data = { text: "grüße", n: 1.5, none: null, list: [true, { deep: ["x"] }], empty: {} };
    const projection: Projection<{ readonly at: number }> = {
      reduce: (_, signal) => ({ at: sequenceOf(signal) }),
      view: ({ at }) => ({ status: `at ${at}`, message: "Said.", url: null }),
      listing: () => null,
    };
    const { signals } = await ledger.append(projection, ref, () => ({
      drafts: [
        { type: "gantry.test.said", data, actor: SYSTEM, dedupe: "key" },
        { type: "gantry.test.said", data: {}, actor: { kind: "human", id: "alice" } },
      ],
    }));
    const event = (await store.query({ pk: "T#tn_1#execution#x_1", prefix: "E#", limit: 1 }))[0]!;
    await store.transact([{ put: { ...event, touched: true } }]);
    await store.transact([{ delete: event }]);

    const all = await records();
    expect(all.length).toBeGreaterThanOrEqual(6);
    const read = all.map(readRecord).filter((entry) => entry !== undefined);
    expect(read).toEqual(
      signals.map((signal) => ({
        signal,
        view: { status: `at ${sequenceOf(signal)}`, message: "Said.", url: null },
      })),
    );
  });

  it("throws when an item with a signal's key holds no valid signal", () => {
    const NewImage = { pk: { S: "T#t#execution#x" }, sk: { S: "E#000000000001" }, signal: { M: {} } };
    expect(() => readRecord({ eventName: "INSERT", dynamodb: { SequenceNumber: "1", NewImage } })).toThrow(
      "signal",
    );
  });
});
