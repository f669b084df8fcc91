import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import { count, emit } from "#lambdas/runtime/metrics.ts";
import { relayHandler } from "#lambdas/runtime/relay.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { recordOf } from "./stream.ts";

const REF = missionRef("tn_1", "m_1");
const out = printed();
const NAMES = { POWERTOOLS_METRICS_NAMESPACE: "Gantry", POWERTOOLS_SERVICE_NAME: "relay" };

beforeEach(() => void Object.assign(process.env, NAMES));
afterEach(() => {
  for (const name of Object.keys(NAMES)) delete process.env[name];
});

/** A mission with a phase behind it and a model call, and the records of its signals. */
async function records() {
  const world = memoryWorld();
  await createMission(world);
  world.clock.advance(2500);
  const call = { role: "a", ms: 1, stop_reason: "end", price_table: "p" };
  await world.ledger.append(missions, REF, () => ({
    drafts: [
      missionSignal("gantry.mission.phase_entered", { phase: "ARCHITECTING", attempt: 0 }),
      missionSignal("gantry.model.called", {
        ...call,
        model: "large",
        input_tokens: 9,
        output_tokens: 4,
        cost_micro_usd: 70,
      }),
    ],
  }));
  const signals = await world.ledger.signals(REF, 0, 10);
  return { world, signals, Records: signals.map((signal, index) => recordOf(signal, `${index}`)) };
}

describe("a metric", () => {
  it("is a line in the embedded metric format, shared by metrics with the same dimension", async () => {
    const { world, Records } = await records();
    await relayHandler(() => world, SUBSCRIBERS)({ Records });
    const expected = (dimension: string, metrics: readonly [string, string][]) => ({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "Gantry",
            Dimensions: [["service", dimension]],
            Metrics: metrics.map(([Name, Unit]) => ({ Name, Unit })),
          },
        ],
      },
      service: "relay",
      correlation_id: "m_1",
    });
    expect(out.json.filter((line) => line._aws)).toEqual([
      { ...expected("phase", [["PhaseSeconds", "Seconds"]]), phase: "QUEUED", PhaseSeconds: 2.5 },
      {
        ...expected("model", [
          ["ModelInputTokens", "Count"],
          ["ModelOutputTokens", "Count"],
          ["ModelCostMicroUsd", "None"],
        ]),
        model: "large",
        ModelInputTokens: 9,
        ModelOutputTokens: 4,
        ModelCostMicroUsd: 70,
      },
    ]);
  });

  it("has the function as its only dimension when it names no other", () => {
    count("MissionsQueued", 4);
    expect(out.json).toMatchObject([{ service: "relay", MissionsQueued: 4 }]);
    expect(out.json[0]._aws.CloudWatchMetrics[0].Dimensions).toEqual([["service"]]);
    expect(out.json[0]).not.toHaveProperty("correlation_id");
  });

  it("is not printed when the environment names no namespace", () => {
    delete process.env.POWERTOOLS_METRICS_NAMESPACE;
    count("MissionsQueued", 4);
    emit([{ name: "BuildersLeft", unit: "Count", value: 1 }]);
    expect(out.lines).toEqual([]);
  });
});

describe("the relay's metrics", () => {
  const measured = () => out.json.filter((line) => line._aws).flatMap((line) => Object.keys(line));

  it("count a signal once even when its batch is delivered again from a failed record", async () => {
    const { world, signals, Records } = await records();
    let broken = true;
    const ledger = {
      ...world.ledger,
      load: async <S>(ref: Parameters<typeof world.ledger.load>[0]) => {
        if (broken) throw new Error("throttled");
        return world.ledger.load<S>(ref);
      },
    };
    const handler = relayHandler(() => ({ ...world, ledger }), SUBSCRIBERS);
    const batch = [recordOf(signals[2] as Signal, "first"), ...Records];
    expect(await handler({ Records: batch })).toEqual({ batchItemFailures: [{ itemIdentifier: "first" }] });
    expect(measured()).toEqual([]);
    broken = false;
    for (let n = 0; n < 2; n++) expect(await handler({ Records: batch })).toEqual({ batchItemFailures: [] });
    expect(measured().filter((name) => name === "PhaseSeconds")).toHaveLength(1);
    expect(measured().filter((name) => name === "ModelInputTokens")).toHaveLength(1);
  });

  it("count a signal once even when another handler fails and it is delivered again", async () => {
    const { world, Records } = await records();
    const store = {
      ...world.store,
      query: async () => {
        throw new Error("throttled");
      },
    };
    const broken = relayHandler(() => ({ ...world, store }), SUBSCRIBERS);
    expect(await broken({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "0" }] });
    await relayHandler(() => world, SUBSCRIBERS)({ Records });
    expect(measured().filter((name) => name === "PhaseSeconds")).toHaveLength(1);
  });

  it("count hints that could not be posted", async () => {
    const { world, Records } = await records();
    await world.store.transact([{ put: { pk: "T#tn_1#N#m_1", sk: "CONN#A=" } }]);
    const push = {
      ...world.push,
      post: async () => {
        throw new Error("throttled");
      },
    };
    await relayHandler(() => ({ ...world, push }), SUBSCRIBERS)({ Records: Records.slice(0, 1) });
    expect(out.json.filter((line) => line._aws)).toMatchObject([
      { SocketHintsLost: 1, correlation_id: "m_1" },
    ]);
  });
});
