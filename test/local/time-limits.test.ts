import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { FUNCTIONS } from "#local/topology.ts";

/** What a function does besides asking its model: reading, recording, storing. */
const REST_SECONDS = 3;

/** Every time limit of a model that the sources name; what is no step runs within the API. */
const LIMITS = globSync("{core,lambdas}/**/*.ts").flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/_TIMEOUT_MS = ([\d_]+);/g)].map(([, ms = ""]) => ({
    path,
    name: /^core\/steps\/(\w+)\.ts$/.exec(path)?.[1] ?? "api",
    seconds: Number(ms.replaceAll("_", "")) / 1000,
  })),
);

describe("the time a model may take", () => {
  it("is known of every step that asks one, and of the API", () => {
    expect(LIMITS.map(({ name }) => name).sort()).toEqual(["api", "api", "architect", "heal", "review"]);
  });

  it.each(LIMITS)("leaves $name the time to record what came of it ($path)", ({ name, seconds }) => {
    expect(seconds + REST_SECONDS).toBeLessThan(FUNCTIONS[name]?.timeoutSeconds ?? 0);
  });
});
