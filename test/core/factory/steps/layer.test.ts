import { describe, expect, it } from "@jest/globals";
import { startBuild } from "#core/factory/steps/build.ts";
import { layerPath } from "#core/kernel/artifacts.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { MANIFEST, MISSION } from "#test/support/samples.ts";
import { missionWorld, runUntil } from "./mission-run.ts";

const PACKAGE = { path: "package.json", content: "{}" };
const BUILD = { ...MISSION, attempt: 1, retry: 0, token: "t" };

/** A mission whose app has dependencies, just before its first build. */
async function withLayer() {
  const world = await missionWorld({
    models: { architect: () => ({ ...MANIFEST, files: [...MANIFEST.files, PACKAGE] }) },
  });
  Object.assign(world.dependencies, {
    provide: async () => ({
      key: "a".repeat(64),
      lockfile: "{}",
      archive: new TextEncoder().encode("layer"),
    }),
  });
  await runUntil(world, "build");
  return world;
}

describe("the dependency layer of a build", () => {
  it("is named in the job by the digest of the stored bytes", async () => {
    const world = await withLayer();
    await startBuild(world, BUILD);
    const job = [...world.artifacts.all].find(([key]) => key.endsWith("/job-0.json"))?.[1];
    expect(JSON.parse(new TextDecoder().decode(job)).layer).toMatchObject({
      sha256: sha256Hex("layer"),
      size: 5,
    });
  });

  it("is an environment failure when it is missing: no app is built without its dependencies", async () => {
    const world = await withLayer();
    world.artifacts.all.delete(layerPath("a".repeat(64)));
    await expect(startBuild(world, BUILD)).rejects.toMatchObject({ code: "EnvironmentFailure" });
  });
});
