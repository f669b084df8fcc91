import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import { MAX_UPLOAD_BYTES, offerUpload } from "#core/factory/conversation/image-upload.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { artifactPath } from "#core/kernel/artifacts.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { pngOf } from "#test/support/images.ts";
import { memoryWorld, OWNER, POLICY, type World } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { answerInTime, worldWithModel } from "#test/support/turns.ts";

const answer = () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null });
const worldOf = () => {
  const world = worldWithModel({ models: { consultant: answer } });
  answerInTime(world);
  return world;
};
const PNG = pngOf(8, 8, () => [194, 65, 12]);

/** What a store holds after the upload of these bytes. */
async function uploaded(world: World, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Hex(bytes);
  await world.artifacts.put(artifactPath(OWNER.tenant, sha256), bytes);
  return sha256;
}

describe("an upload", () => {
  const content = { sha256: "a".repeat(64), size: 9_000_000, media_type: "image/png" };

  it("is offered for a quarter of an hour, under the digest of its content", async () => {
    const world = worldOf();
    const { url, sha256, expires_at } = await offerUpload(world, OWNER, content);
    expect(url).toContain(artifactPath(OWNER.tenant, content.sha256));
    expect(sha256).toBe(content.sha256);
    expect(Date.parse(expires_at)).toBe(world.clock.now() + 900_000);
  });

  it("is refused if it is larger than the policy allows files to be", async () => {
    const policy = { ...POLICY, builder: { ...POLICY.builder, draft_file_mb: 4 } };
    const world = memoryWorld({ policy });
    await expect(offerUpload(world, OWNER, content)).rejects.toMatchObject({
      code: "InvalidInput",
      field: "size",
      message: "size must be at most 4194304, the policy's limit for a file.",
    });
  });
});

describe("a message with an uploaded image", () => {
  it("has the image as the design of its plan", async () => {
    const world = worldOf();
    const image_sha256 = await uploaded(world, PNG);
    const { conversation_id, plan } = await consult(world, OWNER, {
      message: "A task manager",
      image_sha256,
      image_filename: "home.png",
    });
    const { state } = await openConversation(world, OWNER, conversation_id);
    expect(state.image).toEqual({ sha256: image_sha256, media_type: "image/png", filename: "home.png" });
    expect(state.plan).toMatchObject({ design_image: image_sha256 });
    expect(plan).not.toBeNull();
    expect(world.converser.requests[0]?.messages[0]?.image).toMatchObject({ media_type: "image/png" });
  });

  it("says that an image is not sent which is too large for models, and uses its colors", async () => {
    const world = worldOf();
    const image_sha256 = await uploaded(world, pngWithComment(3_750_001));
    const { speech } = await consult(world, OWNER, { message: "A task manager", image_sha256 });
    expect(speech).toContain("larger than 3.75 MB");
    const [request] = world.converser.requests;
    expect(request?.messages[0]?.image).toBeUndefined();
    expect(request?.messages[0]?.text).toMatch(/"accent": "#c2410c"/);
  });

  it.each([
    ["nothing that was uploaded", async () => "0".repeat(64), "names no uploaded image"],
    ["text", (world: World) => uploaded(world, new TextEncoder().encode("{}")), "must be a PNG"],
    ["a truncated image", (world: World) => uploaded(world, PNG.slice(0, -8)), "is truncated"],
    [
      "too many bytes",
      (world: World) => uploaded(world, new Uint8Array(MAX_UPLOAD_BYTES + 1)),
      "at most 10000000",
    ],
  ])("is refused if it names %s", async (_, upload, sentence) => {
    const world = worldOf();
    const image_sha256 = await upload(world);
    await expect(consult(world, OWNER, { message: "Build it", image_sha256 })).rejects.toMatchObject({
      code: "InvalidInput",
      field: "image_sha256",
      message: expect.stringContaining(sentence),
    });
    expect(world.store.items()).toEqual([]);
  });

  it("is refused if it contains another image as well", async () => {
    const world = worldOf();
    const image_sha256 = await uploaded(world, PNG);
    const image_base64 = Buffer.from(PNG).toString("base64");
    await expect(
      consult(world, OWNER, { message: "Build it", image_sha256, image_base64 }),
    ).rejects.toMatchObject({ code: "InvalidInput", field: "image_sha256" });
  });
});

/** The image with a comment chunk that fills it up to this size. */
function pngWithComment(size: number): Uint8Array {
  const end = PNG.slice(-12);
  const chunk = Buffer.alloc(size - PNG.length);
  chunk.writeUInt32BE(chunk.length - 12, 0);
  chunk.write("tEXt", 4);
  return Buffer.concat([PNG.slice(0, -12), chunk, end]);
}
