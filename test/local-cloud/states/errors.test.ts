import { describe, expect, it } from "@jest/globals";
import { matches, retryDelay } from "#local-cloud/states/errors.ts";

describe("ErrorEquals", () => {
  it.each([
    ["States.ALL", "Anything", true],
    ["States.ALL", "States.Timeout", true],
    ["States.ALL", "States.QueryEvaluationError", true],
    ["States.ALL", "States.DataLimitExceeded", false],
    ["States.ALL", "States.Runtime", false],
    ["States.TaskFailed", "Anything", true],
    ["States.TaskFailed", "States.Timeout", false],
    ["States.TaskFailed", "States.DataLimitExceeded", false],
    ["States.Timeout", "States.HeartbeatTimeout", true],
    ["States.HeartbeatTimeout", "States.Timeout", false],
    ["States.DataLimitExceeded", "States.DataLimitExceeded", true],
    ["States.Runtime", "States.Runtime", false],
    ["E", "e", false],
  ])("%s for %s: %s", (name, error, expected) => {
    expect(matches([name], error)).toBe(expected);
  });
});

describe("a retrier", () => {
  it("has AWS's defaults: one second, doubled, three attempts", () => {
    const delays = [1, 2, 3, 4].map((n) => retryDelay([{ ErrorEquals: ["E"] }], Array(n).fill("E"), () => 0));
    expect(delays).toEqual([1000, 2000, 4000, undefined]);
  });

  it("with no attempts means never", () => {
    const retriers = [{ ErrorEquals: ["E"], MaxAttempts: 0 }, { ErrorEquals: ["States.ALL"] }];
    expect(retryDelay(retriers, ["E"], () => 0)).toBeUndefined();
    expect(retryDelay(retriers, ["F"], () => 0)).toBe(1000);
  });
});
