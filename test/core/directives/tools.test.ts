import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { perform } from "#core/directives/perform.ts";
import { readWith } from "#core/directives/read.ts";
import type { EffectTool, ToolResult } from "#core/directives/tool.ts";
import { EFFECT_TOOLS, type EffectToolName, TOOLS } from "#core/directives/tools.ts";
import { allSignals } from "#core/evidence/root.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { gitTreeId, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { Crash, crashing, noPause } from "#test/support/memory-pause.ts";
import { memoryWorld, type World } from "#test/support/memory-world.ts";
import { createMission, MANIFEST, MISSION } from "#test/support/samples.ts";
import { statesOf, subjectOf } from "./sample-tools.ts";

const FILES = MANIFEST.files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
const OUTPUT = treeSha256(treeEntries(FILES));
const TREE = gitTreeId(FILES);

/** For each tool: a call that it takes, how often its effect is there, and what else must be true of it. */
const CASES: Readonly<
  Record<EffectToolName, { args: ToolResult; effects: (world: World) => number; wrong: ToolResult }>
> = {
  "deploy.preview": {
    args: { project: "todo", output_sha256: OUTPUT },
    effects: ({ deployments }) => deployments.made.size,
    wrong: { output_sha256: "abc" },
  },
  "deploy.promote": {
    args: { project: "todo", deployment: "dpl_1" },
    effects: ({ deployments }) => deployments.promoted.length,
    wrong: { deployment: "" },
  },
  "deploy.remove": {
    args: { project: "todo" },
    effects: ({ deployments }) => new Set(deployments.removed).size,
    wrong: { project: "" },
  },
  "deploy.restore": {
    args: { project: "todo", deployment: "dpl_gone", mission: "m_1", build: "1.0", output_sha256: OUTPUT },
    effects: ({ deployments }) => deployments.made.size,
    wrong: { build: "1" },
  },
  "repo.pull_request.open": {
    args: {
      project: "todo",
      description: "To do",
      branch: "gantry/m_1",
      tree: TREE,
      message: "To do",
      author_date: "2026-11-21T00:00:00.000Z",
      title: "To do",
      body: "Built.",
    },
    effects: ({ repositories }) => repositories.opened.size,
    wrong: { branch: "main" },
  },
};

type AnyEffect = EffectTool<ToolResult, ToolResult, unknown>;
const effectOf = (name: EffectToolName) => TOOLS[name] as unknown as AnyEffect;

async function worldOf(): Promise<World> {
  const world = memoryWorld();
  await createMission(world);
  const { waitReady } = world.deployments;
  world.deployments.waitReady = async (id, seconds) => {
    if (id === "dpl_gone") throw new GantryError("VercelRefused", "Deployment not found.");
    return waitReady(id, seconds);
  };
  return world;
}

/** Performs a tool as a step does. */
function run(world: World, name: EffectToolName, args: ToolResult = CASES[name].args, files = FILES) {
  const { ledger, store, policy, deployments, repositories } = world;
  const services = { ledger, store, policy, deployments, repositories };
  const trees = {
    output: async () => files,
    source: async () => files,
    outputs: { read: async () => files },
  };
  return perform({ ...services, ...trees }, subjectOf(world), { tool: effectOf(name), args, key: "k" });
}

describe("the directive tools", () => {
  it("are registered under their own names", () => {
    for (const [name, tool] of Object.entries(TOOLS)) expect(tool.name).toBe(name);
    expect(EFFECT_TOOLS).toEqual(Object.keys(CASES));
  });

  it("are documented with their kind, risk and idempotency", () => {
    const page = readFileSync("docs/architecture.md", "utf8");
    for (const tool of Object.values(TOOLS)) {
      const [, name, kind, risk, idempotency] =
        page
          .split("\n")
          .find((line) => line.startsWith(`| \`${tool.name}\` `))
          ?.split("|") ?? [];
      expect([name, kind, risk].map((cell) => cell?.trim())).toEqual([
        `\`${tool.name}\``,
        tool.kind,
        tool.risk,
      ]);
      expect(idempotency).toContain("idempotency" in tool ? `\`${tool.idempotency}\`` : "");
    }
  });

  it("include none that writes to a default branch", () => {
    expect(Object.keys(TOOLS)).toEqual([
      "deploy.live",
      "deploy.preview",
      "deploy.production",
      "deploy.promote",
      "deploy.ready",
      "deploy.remove",
      "deploy.restore",
      "repo.pull_request.open",
    ]);
  });

  it.each(EFFECT_TOOLS)("have at most one effect when the process dies at any moment (%s)", async (name) => {
    const { effects } = CASES[name];
    for (let at = 0; ; at++) {
      const world = await worldOf();
      const crash = crashing(at);
      world.pauseWith(crash);
      await run(world, name).catch((error) => expect(error).toBeInstanceOf(Crash));
      world.pauseWith(noPause);
      const failed = effectOf(name).idempotency === "none" && (await statesOf(world)).length > 0;
      if (failed) await run(world, name).catch(() => {});
      else expect(await run(world, name)).toMatchObject({ state: "done" });
      expect(effects(world)).toBeLessThanOrEqual(1);
      expect(failed || effects(world) === 1).toBe(true);
      expect(["succeeded", "reconciled", "failed"]).toContain((await statesOf(world)).at(-1));
      if (!crash.crashed()) break;
    }
  });

  it.each(EFFECT_TOOLS)(
    "refuse arguments that do not match the schema before anything is recorded (%s)",
    async (name) => {
      const world = await worldOf();
      const before = JSON.stringify(world.store.items());
      for (const [field, value] of Object.entries({ ...CASES[name].wrong, unheard_of: 1 })) {
        const args = { ...CASES[name].args, [field]: value };
        await expect(run(world, name, args)).rejects.toMatchObject({ code: "InvalidInput", field });
      }
      for (const field of Object.keys(CASES[name].args)) {
        const { [field]: _, ...args } = CASES[name].args;
        await expect(run(world, name, args)).rejects.toMatchObject({ code: "InvalidInput", field });
      }
      expect(JSON.stringify(world.store.items())).toBe(before);
      expect(CASES[name].effects(world)).toBe(0);
    },
  );

  it.each(["deploy.preview", "repo.pull_request.open"] as const)(
    "send only the files of the requested tree (%s)",
    async (name) => {
      const world = await worldOf();
      const files = FILES.slice(1);
      await expect(run(world, name, CASES[name].args, files)).rejects.toMatchObject({
        code: "EnvironmentFailure",
      });
      expect(CASES[name].effects(world)).toBe(0);
    },
  );
});

describe("a read call", () => {
  const look = (world: World, args: { project: string }) =>
    readWith(world, subjectOf(world), { tool: TOOLS["deploy.production"], args });
  const logOf = (world: World) => allSignals(world.ledger, missionRef(MISSION.tenant, MISSION.mission_id));

  it("is recorded each time, without a directive", async () => {
    const world = await worldOf();
    expect(await look(world, { project: "todo" })).toEqual({ deployment: null, url: null });
    await run(world, "deploy.promote");
    expect(await look(world, { project: "todo" })).toEqual({ deployment: "dpl_1", url: "https://todo.test" });
    const calls = (await logOf(world)).filter(({ type }) => type === "gantry.tool.called");
    expect(calls.map(({ data }) => data.tool)).toEqual(["deploy.production", "deploy.production"]);
    expect(calls[0]?.data.args_sha256).toBe(calls[1]?.data.args_sha256);
    expect(calls[0]?.data.result_sha256).not.toBe(calls[1]?.data.result_sha256);
  });

  it("with arguments that do not match the schema is refused and not recorded", async () => {
    const world = await worldOf();
    await expect(look(world, { project: "" })).rejects.toMatchObject({
      code: "InvalidInput",
      field: "project",
    });
    expect(await logOf(world)).toHaveLength(1);
  });
});
