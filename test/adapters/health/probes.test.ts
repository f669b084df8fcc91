import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NoSuchBucket, S3ServiceException } from "@aws-sdk/client-s3";
import { describe, expect, it } from "@jest/globals";
import { createProbes } from "#adapters/health/probes.ts";
import { GantryError } from "#core/kernel/errors.ts";
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
  it("is ready when it replies, even with AccessDenied: the API has rights to it only for a tenant", async () => {
    await probesOf(async () => undefined)[name]?.();
    const refusal = new S3ServiceException({ ...metadata, name: "AccessDenied", $fault: "client" });
    await expect(probesOf(fails(refusal))[name]?.()).resolves.toBeUndefined();
  });

  it("is not ready when it does not exist or does not reply", async () => {
    await expect(probesOf(fails(new NoSuchBucket(metadata)))[name]?.()).rejects.toBeInstanceOf(NoSuchBucket);
    await expect(probesOf(fails(new Error("refused")))[name]?.()).rejects.toThrow("refused");
  });
});

describe.each(["github", "vercel"] as const)("%s", (name) => {
  it("is probed once in fifteen seconds however many requests there are, and again soon after a failure", async () => {
    let [asked, status] = [0, 404];
    const server = createServer((_, res) => {
      asked += 1;
      res.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const world = memoryWorld();
    const probe = createProbes(world, { github: url, vercel: url })[name] as () => Promise<unknown>;
    try {
      await Promise.all([probe(), probe(), probe()]);
      world.clock.advance(14_999);
      await probe();
      expect(asked).toBe(1);
      world.clock.advance(1);
      status = 503;
      await expect(probe()).rejects.toThrow("503");
      await expect(probe()).rejects.toThrow("503");
      expect(asked).toBe(2);
      status = 200;
      world.clock.advance(5_000);
      await probe();
      expect(asked).toBe(3);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe("the model provider", () => {
  const probeOf = (converse: () => Promise<unknown>) => {
    const world = memoryWorld();
    const probes = createProbes(
      { ...world, converser: { converse } as never },
      { github: "http://none.invalid", vercel: "http://none.invalid" },
    );
    return { world, ask: () => probes.architect?.() };
  };

  it("is probed once in five minutes while it replies, however many requests there are", async () => {
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

  it("is ready when it refuses the request, and not when it is unavailable; then it is probed again soon", async () => {
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
