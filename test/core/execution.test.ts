import { describe, expect, it } from "@jest/globals";
import { EXECUTION_STATES, type ExecutionState, hasEnded, transition } from "#core/execution.ts";

/** The design's table, written out once more so that a slip in the product's copy shows. */
const ALLOWED = new Set([
  "CREATED>RUNNING",
  "RUNNING>WAITING_FOR_HUMAN",
  "RUNNING>COMPLETED",
  "RUNNING>TERMINATED",
  "WAITING_FOR_HUMAN>APPROVED",
  "WAITING_FOR_HUMAN>REJECTED",
  "WAITING_FOR_HUMAN>OVERRIDDEN",
  "APPROVED>RESUMED",
  "OVERRIDDEN>RESUMED",
  "RESUMED>RUNNING",
  "REJECTED>TERMINATED",
]);
const PAIRS = EXECUTION_STATES.flatMap((from) => EXECUTION_STATES.map((to) => [from, to] as const));

describe("an execution", () => {
  it("has nine states, eighty-one pairs and eleven edges", () => {
    expect(EXECUTION_STATES).toHaveLength(9);
    expect(PAIRS).toHaveLength(81);
    expect(PAIRS.filter(([from, to]) => goes(from, to)).map((pair) => pair.join(">"))).toEqual(
      expect.arrayContaining([...ALLOWED]),
    );
    expect(ALLOWED.size).toBe(11);
  });

  it.each(PAIRS)("from %s to %s goes only along an edge", (from, to) => {
    if (ALLOWED.has(`${from}>${to}`)) expect(transition(from, to)).toBe(to);
    else
      expect(() => transition(from, to)).toThrow(
        expect.objectContaining({ code: "IllegalTransition", detail: expect.objectContaining({ from, to }) }),
      );
  });

  it("has ended where no edge leaves", () => {
    expect(EXECUTION_STATES.filter(hasEnded)).toEqual(["COMPLETED", "TERMINATED"]);
  });
});

function goes(from: ExecutionState, to: ExecutionState): boolean {
  try {
    return transition(from, to) === to;
  } catch {
    return false;
  }
}
