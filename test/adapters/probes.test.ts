import { NoSuchBucket, S3ServiceException } from "@aws-sdk/client-s3";
import { describe, expect, it } from "@jest/globals";
import { createProbes } from "#adapters/probes.ts";
import { GantryError } from "#core/errors.ts";
import { memoryWorld } from "#test/support/memory-world.ts";

/** Probes of a world in which both buckets answer every question with this. */
function probesOf(answer: () => Promise<undefined>) {
  const world = memoryWorld();
  const artifacts = { ...world.artifacts, get: answer };
  const vault = { ...world.vault, read: answer };
  return createProbes(
    { ...world, artifacts, vault },
    { github: "http://none.invalid", vercel: "http://none.invalid" },
  );
}

const fails = (error: Error) => async () => {
  throw error;
};
const metadata = { $metadata: {}, message: "" };

describe.each(["artifacts", "evidence"])("the bucket of %s", (name) => {
  it("is ready when it answers, also with a refusal: the API has no right to it but for a tenant", async () => {
    await probesOf(async () => undefined)[name]?.();
    const refusal = new S3ServiceException({ ...metadata, name: "AccessDenied", $fault: "client" });
    await expect(probesOf(fails(refusal))[name]?.()).resolves.toBeUndefined();
  });

  it("is not ready when it is not there, or does not answer", async () => {
    await expect(probesOf(fails(new NoSuchBucket(metadata)))[name]?.()).rejects.toThrow();
    await expect(probesOf(fails(new Error("refused")))[name]?.()).rejects.toThrow("refused");
  });
});

describe("the model", () => {
  const probeOf = (converse: () => Promise<unknown>) => {
    const world = memoryWorld();
    const probes = createProbes(
      { ...world, converser: { converse } as never },
      { github: "http://none.invalid", vercel: "http://none.invalid" },
    );
    return { world, ask: () => probes.architect?.() };
  };

  it("is asked once in five minutes while it answers, however many ask", async () => {
    let asked = 0;
    const { world, ask } = probeOf(async () => ++asked);
    await Promise.all([ask(), ask(), ask()]);
    world.clock.advance(299_000);
    await ask();
    expect(asked).toBe(1);
    world.clock.advance(1_000);
    await ask();
    expect(asked).toBe(2);
  });

  it("is ready when it refuses the question, and not when it does not answer; then it is asked again soon", async () => {
    await probeOf(fails(new GantryError("ModelRefused", "No."))).ask();
    let asked = 0;
    const { world, ask } = probeOf(async () => {
      if (++asked === 1) throw new GantryError("ModelUnavailable", "Down.");
    });
    await expect(ask()).rejects.toThrow("Down.");
    await expect(ask()).rejects.toThrow("Down.");
    world.clock.advance(30_000);
    await ask();
    expect(asked).toBe(2);
  });
});
