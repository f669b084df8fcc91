import { inspect } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { GantryError } from "#core/kernel/errors.ts";
import { attemptInput, missionInput, step } from "#lambdas/runtime/step.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { MISSION } from "#test/support/samples.ts";
import { printed } from "./printed.ts";

const world = memoryWorld();
const log = printed();

describe("a step of the state machine", () => {
  it("passes services and parsed input to its function, and returns plain JSON", async () => {
    const seen: unknown[] = [];
    const handler = step(
      attemptInput,
      () => world,
      async (services, input) => {
        seen.push(services, input);
      },
    );
    expect(await handler({ ...MISSION, attempt: 2, other: "ignored" })).toEqual({});
    expect(seen).toEqual([world, { ...MISSION, attempt: 2 }]);
  });

  it("throws an error under its code, which the machine's Retry and Catch match", async () => {
    const refuse = async () => {
      throw new GantryError("PolicyDenied", "No scripts.");
    };
    await expect(step(missionInput, () => world, refuse)(MISSION)).rejects.toMatchObject({
      name: "PolicyDenied",
      message: "No scripts.",
    });
  });

  it("throws Internal for any other error, with its message in neither reply nor log", async () => {
    const fail = async () => {
      throw new TypeError("https://bucket.test/?X-Amz-Signature=hunter2");
    };
    const error = await step(missionInput, () => world, fail)(MISSION).then(null, (reason) => reason);
    expect(error).toMatchObject({ name: "Internal" });
    expect(`${inspect(error)}${log.lines.join("")}`).not.toContain("hunter2");
    expect(log.json.at(-1)).toMatchObject({
      level: "ERROR",
      message: "step failed",
      correlation_id: MISSION.mission_id,
      error: { name: "TypeError" },
    });
  });

  it("throws only the code and the sentence, because the runtime prints all members of an error", async () => {
    const refuse = async () => {
      throw new GantryError("GitHubRefused", "No such token.", {
        detail: { token: "hunter2" },
        cause: Object.assign(new Error("hunter2"), { headers: { authorization: "hunter2" } }),
      });
    };
    const error = await step(missionInput, () => world, refuse)(MISSION).then(null, (reason) => reason);
    expect(error).toMatchObject({ name: "GitHubRefused", message: "No such token.", detail: {} });
    expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
  });

  it.each([
    null,
    {},
    { ...MISSION, tenant: "tn#1" },
    { ...MISSION, attempt: 0 },
    { ...MISSION, attempt: "1" },
  ])("refuses invalid input: %j", async (input) => {
    const never = async () => {
      throw new Error("not reached");
    };
    await expect(step(attemptInput, () => world, never)(input)).rejects.toMatchObject({
      name: "InvalidInput",
    });
  });
});
