import { expect, it } from "@jest/globals";
import { readImage } from "#core/factory/conversation/image.ts";
import { checkDraft } from "#core/factory/steps/check.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { putArtifact } from "#core/kernel/artifacts.ts";
import { fileBytes } from "#core/kernel/files.ts";
import type { World } from "#test/support/memory-world.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, MANIFEST, MISSION, PLAN, PNG_BASE64 } from "#test/support/samples.ts";

const PATH = "public/design-reference.png";
const IMAGE = Buffer.from(PNG_BASE64, "base64");

/** A confirmed mission whose plan has a design image, and an architect that drafts these files. */
async function withDesign(files = MANIFEST.files, image = IMAGE): Promise<World> {
  const world = memoryWorld({ models: { architect: () => ({ ...MANIFEST, files }) } });
  const design_image = await putArtifact(world.artifacts, MISSION.tenant, new Uint8Array(image));
  await createMission(world, { plan: { ...PLAN, design_image } });
  return world;
}

async function drafted(world: World) {
  await draftApp(world, MISSION);
  const { state } = await openMission(world, MISSION);
  return (await loadManifest(world, state)).files;
}

it("a design image is shown to the architect with its path in the app", async () => {
  const world = await withDesign();
  await drafted(world);
  const [message] = world.converser.requests[0]?.messages ?? [];
  expect(message?.image).toMatchObject({ media_type: "image/png" });
  expect(message?.text).toContain(PATH);
});

it.each([
  ["beside the architect's files", MANIFEST.files],
  ["in place of a file of that name", [...MANIFEST.files, { path: PATH, content: "not the image" }]],
])("a design image is a file of the draft, %s", async (_, files) => {
  const images = (await drafted(await withDesign(files))).filter(({ path }) => path === PATH);
  expect(images).toHaveLength(1);
  expect(Buffer.from(fileBytes(images[0]!)).equals(IMAGE)).toBe(true);
});

it("the largest design image that is accepted passes the policy check", async () => {
  const largest = Buffer.alloc(3_750_000);
  IMAGE.copy(largest);
  expect(readImage(largest.toString("base64"), "a.png").bytes).toHaveLength(largest.length);
  const world = await withDesign(MANIFEST.files, largest);
  await drafted(world);
  await expect(checkDraft(world, MISSION)).resolves.toBeUndefined();
});
