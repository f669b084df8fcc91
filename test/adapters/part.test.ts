import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { assemble, closure, type Part, part } from "#adapters/part.ts";
import { deployments } from "#adapters/parts/deployments.ts";
import { ledger } from "#adapters/parts/ledger.ts";
import { repositories } from "#adapters/parts/repositories.ts";
import type { Clock } from "#core/ports.ts";

const PARTS = join(import.meta.dirname, "../../adapters/parts");

/** A part that says when it is made. */
function counted(made: string[], clockOf: (config: { START: number }) => Clock) {
  return part({
    name: "clock",
    env: { START: z.coerce.number() },
    make: (config) => {
      made.push("clock");
      return clockOf(config);
    },
  });
}

describe("a factory made of parts", () => {
  it("makes a part when it is first used, once, with its own configuration", () => {
    const made: string[] = [];
    const factory = assemble([counted(made, ({ START }) => ({ now: () => START, jitter: async () => 0 }))], {
      START: "7",
    });
    expect(made).toEqual([]);
    expect(factory.clock.now()).toBe(7);
    expect(factory.clock).toBe(factory.clock);
    expect(made).toEqual(["clock"]);
  });

  it("stops at once, by name, when a variable of any of its parts is missing or malformed", () => {
    const clock = counted([], () => ({ now: () => 0, jitter: async () => 0 }));
    expect(() => assemble([clock, ledger], { START: "soon" })).toThrow(/START: .*; TABLE_NAME: /s);
  });

  it("looks at no variable that none of its parts names", () => {
    expect(() => assemble([ledger], { TABLE_NAME: "t", AWS_REGION: "us-east-1" })).not.toThrow();
    expect(Object.keys(assemble([ledger], { TABLE_NAME: "t" })).toSorted()).toEqual([
      "clock",
      "ids",
      "ledger",
      "store",
    ]);
  });

  it("brings along what its parts are made of", () => {
    expect(closure([deployments]).map(({ name }) => name)).toEqual(["deployments", "secrets"]);
  });

  it("asks for the access to GitHub and Vercel when it is used, and says what is missing", async () => {
    const secrets = part({ name: "secrets", env: {}, make: () => ({ get: async () => undefined }) });
    const factory = assemble([secrets, deployments, repositories], {
      GITHUB_OWNER: "acme",
      PARAMETER_PREFIX: "/g",
    });
    await expect(factory.deployments.ensureProject("a")).rejects.toMatchObject({ code: "VercelRefused" });
    await expect(
      factory.repositories.ensureRepository({ name: "a", description: "", private: true }),
    ).rejects.toMatchObject({ code: "GitHubRefused" });
  });

  it("has a file of its own name for every part", async () => {
    for (const file of readdirSync(PARTS)) {
      const name = file.replace(".ts", "");
      const module = (await import(`#adapters/parts/${file}`)) as Record<string, Part>;
      expect(Object.keys(module)).toEqual([name]);
      expect(module[name]?.name).toBe(name);
    }
  });
});
