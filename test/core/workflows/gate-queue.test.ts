import { describe, expect, it } from "@jest/globals";
import { sealRun } from "#core/evidence/seal-run.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { runs } from "#core/workflows/run.ts";
import { definition, gate, tool } from "./definitions.ts";
import { verified } from "./rollback.ts";
import { decidingBy, parallel, promote, stepOf, strictWorld } from "./strict-world.ts";
import { RUN, runOf, runToEnd } from "./whole-run.ts";

/** Runs of which several steps need a decision at the same time: one gate is open, the others follow. */

describe("gates that are needed at the same time", () => {
  it.each([
    ["two gates", [gate("a")], [gate("b")]],
    ["two effects that await a decision", [promote("a")], [promote("b")]],
    ["a gate before an effect that awaits one", [gate("a")], [promote("b")]],
    ["a gate behind an effect that awaits one", [promote("a")], [gate("b")]],
  ])("open one after the other: %s", async (_, a, b) => {
    const world = await strictWorld(parallel(a, b));
    const asked: string[] = [];
    const approve = decidingBy(world, (open) => {
      asked.push(stepOf(open));
      return "APPROVE";
    });
    await runToEnd(world, approve);
    expect(asked).toEqual(["a", "b"]);
    const run = await runOf(world);
    expect(run).toMatchObject({ state: "COMPLETED", outcome: "succeeded" });
    expect(run.gates).toHaveLength(2);
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it.each(["a", "b"])("are each decided by their own decision: only %s is rejected", async (rejected) => {
    // The effect whose gate is opened last was the first to be held up.
    const look = tool("look", { args: { project: "p" } });
    const world = await strictWorld(parallel([look, promote("a")], [promote("b")]));
    await runToEnd(
      world,
      decidingBy(world, (open) => (stepOf(open) === rejected ? "REJECT" : "APPROVE")),
    );
    const run = await runOf(world);
    const failed = run.records.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ step: rejected, undo: false, error: { code: "Rejected" } }]);
    expect(run).toMatchObject({ state: "TERMINATED", outcome: "rejected" });
    expect(world.deployments.promoted).not.toContain(`dpl_${rejected}`);
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it("have their time counted from their own opening", async () => {
    const world = await strictWorld(parallel([gate("a")], [gate("b")]));
    const opened: Gate[] = [];
    const approve = decidingBy(world, (open) => {
      opened.push(open);
      return "APPROVE";
    });
    await runToEnd(world, async (id) => {
      // One second before the end of its time.
      world.clock.advance(3_599_000);
      await approve(id);
    });
    expect(opened.map(stepOf)).toEqual(["a", "b"]);
    expect(await runOf(world)).toMatchObject({ outcome: "succeeded" });
  });

  it("are not opened any more once the run is stopped", async () => {
    const world = await strictWorld(parallel([gate("a")], [promote("b")], [gate("c")]));
    await runToEnd(world, async () => {
      await sealRun(world, { ...RUN, outcome: "cancelled" });
      throw new Error("the machine was stopped");
    }).catch(() => {});
    const run = await runOf(world);
    expect(run).toMatchObject({ state: "TERMINATED", outcome: "cancelled", gates: ["a"] });
    expect(world.deployments.promoted).toEqual([]);
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [] });
  });
});

describe("undoing an effect that needs a decision", () => {
  it.each(["APPROVE", "REJECT"] as const)("asks for one where the run was rejected: %s", async (type) => {
    const world = await strictWorld(definition([promote("a"), gate("b")]));
    const verdicts: DecisionType[] = ["APPROVE", "REJECT", type];
    const asked: string[] = [];
    const decideNext = decidingBy(world, () => verdicts[asked.length - 1] as DecisionType);
    await runToEnd(world, async (id) => {
      const run = await runOf(world);
      asked.push(run.state);
      expect(runs.view?.(run)?.message).toBe("test.workflow is waiting for an approval.");
      await decideNext(id);
    });
    expect(asked).toEqual(["WAITING_FOR_HUMAN", "WAITING_FOR_HUMAN", "REJECTED"]);
    const run = await runOf(world);
    expect(world.deployments.promoted).toEqual(type === "APPROVE" ? ["dpl_a", "dpl_0"] : ["dpl_a"]);
    expect(run).toMatchObject({ state: "TERMINATED", outcome: "rejected" });
    expect(run.error?.message.includes("could not be undone")).toBe(type === "REJECT");
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [] });
  });
});
