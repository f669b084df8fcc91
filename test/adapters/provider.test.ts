import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { type Provider, provide, provider, withUsed } from "#adapters/provider.ts";
import { deployments } from "#adapters/providers/deployments.ts";
import { ledger } from "#adapters/providers/ledger.ts";
import { repositories } from "#adapters/providers/repositories.ts";
import type { Clock } from "#core/kernel/clock.ts";

const PROVIDERS = join(import.meta.dirname, "../../adapters/providers");

/** A provider that records when it creates its service. */
function counted(made: string[], clockOf: (config: { START: number }) => Clock) {
  return provider({
    name: "clock",
    env: { START: z.coerce.number() },
    create: (config) => {
      made.push("clock");
      return clockOf(config);
    },
  });
}

describe("the services of providers", () => {
  it("creates each service once, with its own configuration", () => {
    const made: string[] = [];
    const clock = counted(made, ({ START }) => ({ now: () => START, jitter: async () => 0 }));
    const { clock: created } = provide([clock, ledger], { START: "7", TABLE_NAME: "t" });
    expect(created.now()).toBe(7);
    expect(made).toEqual(["clock"]);
  });

  it("are refused at start, naming the variable of any provider that is missing or malformed", () => {
    const clock = counted([], () => ({ now: () => 0, jitter: async () => 0 }));
    expect(() => provide([clock, ledger], { START: "soon" })).toThrow(/START: .*; TABLE_NAME: /s);
  });

  it("read only the variables that a provider names", () => {
    const services = provide([ledger], { TABLE_NAME: "t", AWS_REGION: "nowhere", START: "soon" });
    expect(Object.keys(services).toSorted()).toEqual(["clock", "ids", "ledger", "store"]);
  });

  it("include the services that others use, before them", () => {
    expect(withUsed([deployments]).map(({ name }) => name)).toEqual(["secrets", "deployments"]);
  });

  it("require the credentials of GitHub and Vercel only when they are used", async () => {
    const secrets = provider({ name: "secrets", env: {}, create: () => ({ get: async () => undefined }) });
    const services = provide([secrets, deployments, repositories], {
      GITHUB_OWNER: "acme",
      PARAMETER_PREFIX: "/g",
    });
    await expect(services.deployments.ensureProject("a")).rejects.toMatchObject({ code: "VercelRefused" });
    await expect(
      services.repositories.ensureRepository({ name: "a", description: "", private: true }),
    ).rejects.toMatchObject({ code: "GitHubRefused" });
  });

  it("have one provider per file, under the file's name", async () => {
    for (const file of readdirSync(PROVIDERS)) {
      const name = file.replace(".ts", "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const module = (await import(`#adapters/providers/${file}`)) as Record<string, Provider>;
      expect(Object.keys(module)).toEqual([name]);
      expect(module[name]?.name).toBe(name);
    }
  });
});
