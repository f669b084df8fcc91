import type { BuildResult } from "#core/factory/build/result.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { admitMission } from "#core/factory/steps/admit.ts";
import { startBuild } from "#core/factory/steps/build.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { checkLive } from "#core/factory/steps/check-live.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { deployPreview, promote } from "#core/factory/steps/deploy.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { inspectBuild } from "#core/factory/steps/inspect.ts";
import { installLayer } from "#core/factory/steps/install.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { prepareBuild } from "#core/factory/steps/prepare.ts";
import { publishPullRequest } from "#core/factory/steps/publish.ts";
import { reviewApp } from "#core/factory/steps/review.ts";
import { type SealInput, sealMission } from "#core/factory/steps/seal.ts";
import { verifyPreview } from "#core/factory/steps/verify.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { gitTreeId, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { memoryWorld, type World, type WorldOptions } from "#test/support/memory-world.ts";
import { buildResult, createMission, leaveResult, MANIFEST, MISSION, PLAN } from "#test/support/samples.ts";

/** A world with one confirmed mission, whose models draft the sample and accept it. */
export async function missionWorld(options: WorldOptions = {}, plan: Plan = PLAN): Promise<World> {
  const world = memoryWorld({
    ...options,
    models: {
      architect: () => MANIFEST,
      critic: () => ({ verdict: "accept", notes: [] }),
      ...options.models,
    },
  });
  await createMission(world, { plan });
  return world;
}

const ATTEMPT = { ...MISSION, attempt: 1 };
const BUILD = { ...ATTEMPT, retry: 0 };

type Step = (world: World) => Promise<unknown>;

/** The steps of a mission that goes well, in the machine's order. */
export const STEPS: readonly (readonly [string, Step])[] = [
  ["admit", (world) => admitMission(world, { ...MISSION, token: "admit-token" })],
  ["prepare", (world) => prepareBuild(world, MISSION)],
  ["architect", (world) => draftApp(world, MISSION)],
  ["check", (world) => checkDraft(world, MISSION)],
  ["install", (world) => installLayer(world, ATTEMPT)],
  ["build", (world) => startBuild(world, { ...BUILD, token: "build-token" })],
  ["inspect", async (world) => inspected(world, buildResult({ source: await draftedSource(world) }))],
  ["review", (world) => reviewApp(world, ATTEMPT)],
  ["preview", (world) => deployPreview(world, ATTEMPT)],
  ["verify", (world) => verifyPreview(world, ATTEMPT)],
  ["promote", (world) => promote(world, MISSION)],
  ["check-live", (world) => checkLive(world, MISSION)],
  ["publish", (world) => publishPullRequest(world, MISSION)],
  ["seal", (world) => sealed(world, { outcome: "succeeded" })],
];

/** Carries the mission to the point before this step. */
export async function runUntil(world: World, name: string): Promise<void> {
  for (const [step, run] of STEPS) {
    if (step === name) return;
    await run(world);
  }
}

/** The source tree of the mission's draft, as a builder records it. */
async function draftedSource(world: World): Promise<BuildResult["source"]> {
  const { files } = await loadManifest(world, (await openMission(world, MISSION)).state);
  return recordedSource(files);
}

/** A source tree as a builder records it. */
export function recordedSource(files: Manifest["files"]): BuildResult["source"] {
  const tree = files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
  return { sha256: treeSha256(treeEntries(tree)), git_tree: gitTreeId(tree), files: tree.length };
}

export function inspected(world: World, result: BuildResult, retry = 0) {
  leaveResult(world, result, retry);
  return inspectBuild(world, { ...MISSION, attempt: result.attempt, retry });
}

export function sealed(world: World, input: Pick<SealInput, "outcome" | "error">) {
  return sealMission(world, { ...MISSION, ...input });
}
