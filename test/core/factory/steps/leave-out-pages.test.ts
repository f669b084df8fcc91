import { describe, expect, it } from "@jest/globals";
import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { leaveOutPages } from "#core/factory/steps/leave-out-pages.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, MISSION, PLAN } from "#test/support/samples.ts";

const PAGE = {
  path: "public/custom/garden-map.js",
  content: 'export function render() {\n  throw new Error("No map.");\n}\n',
};
const CUSTOM = [{ id: "garden_map", name: "Garden map", entity: "plant", purpose: "Draws the plants." }];
const SHOWN = appText({ acceptance: [{ page: "garden_map", steps: [{ do: "see", text: "Monstera" }] }] });
const WITH_PAGE: Specification = { ...PLANTS, custom: CUSTOM };

/** A mission whose app was drafted, with the custom pages that a model wrote. */
async function drafted(specification: Specification, fields: Partial<Plan> = {}) {
  const memory = memoryWorld({ models: { architect: () => `${filesText([PAGE])}${SHOWN}${DONE}\n` } });
  const world = { ...memory, models: { ...memory.models, architect: DEFAULT_MODELS.large } };
  const plan = { ...PLAN, kind: "app", acceptance: promisesOf(specification), specification, ...fields };
  await createMission(world, { plan });
  await draftApp(world, MISSION);
  const leaveOut = (attempt: number, reason = "Attempt 3 of 3 failed: it throws.") =>
    leaveOutPages(world, { ...MISSION, attempt, reason });
  const read = async () => {
    const { state } = await openMission(world, MISSION);
    return { state, paths: (await loadManifest(world, state)).files.map(({ path }) => path) };
  };
  return { leaveOut, read };
}

describe("a generated app that failed with the pages of a model", () => {
  it("goes on as it was generated, and its owner is told which pages are missing and why", async () => {
    const { leaveOut, read } = await drafted(WITH_PAGE);
    expect((await read()).paths).toContain(PAGE.path);
    expect(await leaveOut(3)).toEqual({ left_out: true });
    const { state, paths } = await read();
    expect(paths).not.toContain(PAGE.path);
    expect(state.manifest_sha256).toBe(state.generated_sha256);
    expect(state.left_out).toBe("Garden map: Attempt 3 of 3 failed: it throws.");
    expect(state.heals).toEqual(["The app is built without the model's pages: Garden map."]);
    expect(speechOf({ ...state, outcome: "succeeded", phase: "DEPLOYED" })).toContain("Garden map");
  });

  it("is left without them once: the step can be repeated, but not a second time after another attempt", async () => {
    const { leaveOut, read } = await drafted(WITH_PAGE);
    await leaveOut(2, JSON.stringify({ errorType: "CodeFailure", errorMessage: "No repair." }));
    expect(await leaveOut(2)).toEqual({ left_out: true });
    expect((await read()).state.heals).toHaveLength(1);
    expect((await read()).state.left_out).toBe("Garden map: No repair.");
    expect(await leaveOut(3)).toEqual({ left_out: false });
  });
});

describe("nothing is left out", () => {
  it("of an app that has no such pages", async () => {
    const { leaveOut, read } = await drafted(PLANTS);
    expect(await leaveOut(3)).toEqual({ left_out: false });
    expect((await read()).state.left_out).toBeUndefined();
  });
});
