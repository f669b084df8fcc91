import { describe, expect, it } from "@jest/globals";
import { zipSync } from "fflate";
import { openPack } from "#core/evidence/pack.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { evidencePath, getJsonArtifact } from "#core/kernel/artifacts.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { ROLLBACK } from "#core/workflows/built-in/rollback.ts";
import { definitionSchema } from "#core/workflows/definition.ts";
import { runRef } from "#core/workflows/run.ts";
import type { World } from "#test/support/memory-world.ts";
import { deciding, liveWorld, verified } from "./rollback.ts";
import { RUN, runOf, runToEnd } from "./whole-run.ts";

const stepsOf = async (world: World) =>
  (await runOf(world)).records.map(({ step, undo, state }) => `${undo ? "undo " : ""}${step} ${state}`);

describe("a rollback", () => {
  it("is a valid definition", () => {
    expect(definitionSchema.safeParse(ROLLBACK).error).toBeUndefined();
  });

  it("restores the earlier deployment once a person approves it, with VALID evidence", async () => {
    const world = await liveWorld();
    const run = await runToEnd(world, deciding(world, "APPROVE"));
    expect(run.status).toBe("SUCCEEDED");
    expect(world.deployments.promoted).toEqual(["dpl_old"]);
    const steps = await stepsOf(world);
    expect(steps.slice(0, 2).toSorted()).toEqual(["live succeeded", "target succeeded"]);
    expect(steps.slice(2)).toEqual(["approve succeeded", "switch succeeded", "check succeeded"]);
    expect(await runOf(world)).toMatchObject({ state: "COMPLETED", outcome: "succeeded", error: null });
    expect(verified(world)).toMatchObject({ verdict: "VALID", reasons: [], ignored: [] });
  });

  it("shows the person the current deployment and the earlier one", async () => {
    const world = await liveWorld();
    let shown: unknown;
    await runToEnd(world, async () => {
      const { gate } = await runOf(world);
      shown = await getJsonArtifact(world.artifacts, RUN.tenant, gate?.snapshot_sha256 ?? "");
    }).catch(() => {});
    expect(shown).toEqual({
      project: "task-manager",
      live: "https://task-manager.test",
      live_deployment: "dpl_new",
      earlier: "https://dpl_old.test",
      earlier_deployment: "dpl_old",
    });
  });

  it("changes nothing where a person rejects it", async () => {
    const world = await liveWorld();
    const run = await runToEnd(world, deciding(world, "REJECT"));
    expect(run.error).toBe("Rejected");
    expect(world.deployments.promoted).toEqual([]);
    expect(await runOf(world)).toMatchObject({ state: "TERMINATED", outcome: "rejected" });
    expect(verified(world).verdict).toBe("VALID");
  });

  it("changes nothing where no decision is made in time", async () => {
    const world = await liveWorld();
    await runToEnd(world);
    expect(world.deployments.promoted).toEqual([]);
    expect(await runOf(world)).toMatchObject({ state: "TERMINATED", outcome: "timed_out" });
    expect(verified(world).verdict).toBe("VALID");
  });

  it("restores the current deployment when production does not show the earlier one", async () => {
    const world = await liveWorld();
    const { currentProduction } = world.deployments;
    let looks = 0;
    // Another deployment goes live between the switch and the look at it.
    world.deployments.currentProduction = async (project) =>
      ++looks === 2 ? { id: "dpl_other", url: "https://other.test" } : currentProduction(project);
    await runToEnd(world, deciding(world, "APPROVE"));
    expect(world.deployments.promoted).toEqual(["dpl_old", "dpl_new"]);
    expect(await stepsOf(world)).toContain("undo switch succeeded");
    expect(await runOf(world)).toMatchObject({
      outcome: "failed",
      error: { message: "Production does not show the earlier deployment." },
    });
    expect(verified(world).verdict).toBe("VALID");
  });

  it.each([null, "dpl_old"])("fails without a gate when %j is live", async (live) => {
    const world = await liveWorld(live);
    await runToEnd(world);
    expect(await runOf(world)).toMatchObject({ outcome: "failed", gates: [] });
    expect(world.deployments.promoted).toEqual([]);
  });
});

describe("the task token of a rollback", () => {
  it("is in no signal", async () => {
    const world = await liveWorld();
    const run = await runToEnd(world, deciding(world, "APPROVE"));
    const tokens = [...world.workflows.answers.keys()];
    expect(tokens.length).toBeGreaterThan(0);
    const said = JSON.stringify([
      await world.ledger.signals(runRef(RUN.tenant, RUN.execution_id), 0, 500),
      await runOf(world),
      run.output,
    ]);
    for (const token of tokens) expect(said).not.toContain(`"${token}"`);
  });
});

describe("the evidence of a workflow run", () => {
  it.each([
    ["another definition", "workflow.json"],
    ["another log", "events.jsonl"],
    ["another policy", "policy.json"],
  ])("is INVALID with %s", async (_, name) => {
    const world = await liveWorld();
    await runToEnd(world, deciding(world, "APPROVE"));
    const files = openPack(world.vault.all.get(evidencePath(RUN.tenant, RUN.execution_id)) as Uint8Array);
    files.set(name, new TextEncoder().encode("{}\n"));
    const zip = zipSync(Object.fromEntries(files));
    const verdict = verifyPack(EVIDENCE_KINDS, {
      zip,
      execution: RUN.execution_id,
      pinned_key: "key",
      checkSignature: () => true,
    });
    expect(verdict).toMatchObject({ verdict: "INVALID", reasons: [{ code: "FILE_CHANGED" }] });
  });

  it("cannot be verified for another execution", async () => {
    const world = await liveWorld();
    await runToEnd(world, deciding(world, "APPROVE"));
    const zip = world.vault.all.get(evidencePath(RUN.tenant, RUN.execution_id)) as Uint8Array;
    expect(
      verifyPack(EVIDENCE_KINDS, { zip, execution: "run_2", pinned_key: "key", checkSignature: () => true }),
    ).toMatchObject({
      verdict: "INVALID",
      reasons: [{ code: "OTHER_MISSION" }],
    });
  });
});
