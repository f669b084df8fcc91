import { describe, expect, it } from "@jest/globals";
import { measure, missionAt } from "#core/factory/mission/measure.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { finalState, type Outcome } from "#core/governance/execution/transition.ts";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import { REF as ECHO_REF, runEcho } from "#test/core/workflows/inline/echo.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";

const REF = missionRef(OWNER.tenant, MISSION.mission_id);
const CALL = {
  role: "architect",
  model: "large",
  input_tokens: 1200,
  output_tokens: 340,
  cost_micro_usd: 8700,
  ms: 900,
  stop_reason: "tool_use",
  price_table: "2026-11",
};

/** A mission that has said these things, each so many seconds after the one before. */
async function told(...steps: readonly (readonly [seconds: number, ...SignalDraft[]])[]) {
  const world = memoryWorld();
  await createMission(world);
  for (const [seconds, ...drafts] of steps) {
    world.clock.advance(seconds * 1000);
    await world.ledger.append(missions, REF, () => ({ drafts }));
  }
  return { world, signals: await world.ledger.signals(REF, 0, 100) };
}

const enter = (phase: "ARCHITECTING" | "CHECKING" | "BUILDING" | "HEALING", attempt = 0) =>
  missionSignal("gantry.mission.phase_entered", { phase, attempt });
const run = missionSignal("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null });
const end = (outcome: Outcome) =>
  missionSignal("gantry.execution.transitioned", {
    from: "RUNNING",
    to: finalState(outcome),
    outcome,
  });

const measureSignal = async (world: Pick<World, "ledger">, signal: Signal) =>
  measure(signal, await missionAt(world, [signal]));

async function measured(world: Pick<World, "ledger">, signals: readonly Signal[]) {
  const all = [];
  for (const signal of signals) all.push(...(await measureSignal(world, signal)));
  return all;
}

describe("the metrics of a mission's signals", () => {
  it("contain how long each phase lasted, when the next one begins or the mission ends", async () => {
    const { world, signals } = await told(
      [3, run, enter("ARCHITECTING")],
      [12, enter("CHECKING")],
      [0.25, enter("BUILDING", 1)],
      [40, end("succeeded")],
    );
    expect(await measured(world, signals)).toEqual([
      { name: "PhaseSeconds", unit: "Seconds", value: 3, dimension: { phase: "QUEUED" } },
      { name: "PhaseSeconds", unit: "Seconds", value: 12, dimension: { phase: "ARCHITECTING" } },
      { name: "PhaseSeconds", unit: "Seconds", value: 0.25, dimension: { phase: "CHECKING" } },
      { name: "PhaseSeconds", unit: "Seconds", value: 40, dimension: { phase: "BUILDING" } },
      { name: "MissionEnded", unit: "Count", value: 1, dimension: { outcome: "succeeded" } },
    ]);
  });

  it("contain each visit to a phase separately", async () => {
    const { world, signals } = await told(
      [1, run, enter("BUILDING", 1)],
      [20, enter("HEALING", 1)],
      [5, enter("BUILDING", 2)],
      [30, enter("HEALING", 2)],
      [7, end("failed")],
    );
    const all = await measured(world, signals);
    expect(
      all
        .filter(({ name }) => name === "PhaseSeconds")
        .map(({ value, dimension }) => [dimension?.phase, value]),
    ).toEqual([
      ["QUEUED", 1],
      ["BUILDING", 20],
      ["HEALING", 5],
      ["BUILDING", 30],
      ["HEALING", 7],
    ]);
    expect(all.filter(({ name }) => name === "HealAttempts")).toEqual([
      { name: "HealAttempts", unit: "Count", value: 1 },
      { name: "HealAttempts", unit: "Count", value: 1 },
    ]);
  });

  it.each(["succeeded", "partial", "failed", "blocked", "timed_out", "cancelled"] as const)(
    "contain its end, by its outcome: %s",
    async (outcome) => {
      const { world, signals } = await told([1, run, end(outcome)]);
      expect((await measured(world, signals)).at(-1)).toEqual({
        name: "MissionEnded",
        unit: "Count",
        value: 1,
        dimension: { outcome },
      });
    },
  );

  it("do not contain the end of another execution", async () => {
    const world = memoryWorld();
    await runEcho(world);
    expect(await measured(world, await world.ledger.signals(ECHO_REF, 0, 10))).toEqual([]);
  });

  it("contain what a model call used, by model, also in a consultation", async () => {
    const { world, signals } = await told([1, missionSignal("gantry.model.called", CALL)]);
    const expected = [
      { name: "ModelInputTokens", unit: "Count", value: 1200, dimension: { model: "large" } },
      { name: "ModelOutputTokens", unit: "Count", value: 340, dimension: { model: "large" } },
      { name: "ModelCostMicroUsd", unit: "None", value: 8700, dimension: { model: "large" } },
    ];
    expect(await measured(world, signals)).toEqual(expected);
    const cached = await told([1, missionSignal("gantry.model.called", { ...CALL, cache_read_tokens: 900 })]);
    expect(await measured(cached.world, cached.signals)).toContainEqual({
      name: "ModelCacheReadTokens",
      unit: "Count",
      value: 900,
      dimension: { model: "large" },
    });
    const consulted = { ...(signals.at(-1) as Signal), source: `/t/${OWNER.tenant}/conversation/c_1` };
    expect(await measureSignal(world, consulted)).toEqual(expected);
  });

  it("are the same when the mission has continued since", async () => {
    const { world, signals } = await told([1, run, enter("CHECKING")], [2, enter("BUILDING", 1)]);
    const before = await measured(world, signals);
    world.clock.advance(9000);
    await world.ledger.append(missions, REF, () => ({
      drafts: [end("succeeded"), missionSignal("gantry.mission.hidden", {})],
    }));
    expect(await measured(world, signals)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it("load the mission only where a phase has ended", async () => {
    const { world, signals } = await told(
      [1, run, missionSignal("gantry.model.called", CALL)],
      [1, enter("CHECKING")],
      [1, end("succeeded")],
    );
    const loaded: string[] = [];
    const ledger = {
      ...world.ledger,
      load: <S>(ref: Parameters<World["ledger"]["load"]>[0]) => {
        loaded.push(ref.id);
        return world.ledger.load<S>(ref);
      },
    };
    await measured({ ledger }, signals);
    expect(loaded).toHaveLength(2);
    expect((await world.ledger.load<Mission>(REF))?.state).toBe("COMPLETED");
  });
});
