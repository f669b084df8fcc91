import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { FUNCTIONS } from "#local/topology.ts";

/** What a function does besides asking its model: reading, recording, storing. */
const REST_SECONDS = 3;

describe("the time a model may take", () => {
  it.each([
    ["architect", "core/steps/architect.ts"],
    ["review", "core/steps/review.ts"],
    ["heal", "core/steps/heal.ts"],
    ["api", "core/conversation/consult.ts"],
    ["api", "lambdas/api/routes/consult.ts"],
  ])("leaves the function %s the time to record what came of it (%s)", (name, path) => {
    const limit = /_TIMEOUT_MS = ([\d_]+);/.exec(readFileSync(path, "utf8"))?.[1];
    const seconds = Number(limit?.replaceAll("_", "")) / 1000;
    expect(seconds + REST_SECONDS).toBeLessThan(FUNCTIONS[name]?.timeoutSeconds ?? 0);
  });
});
