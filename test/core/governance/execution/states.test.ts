import { describe, expect, it } from "@jest/globals";
import { EXECUTION_STATES, type ExecutionState, hasEnded } from "#core/governance/execution/states.ts";
import {
  OUTCOMES,
  type Outcome,
  requireEdge,
  requireTransition,
  stepsToEnd,
} from "#core/governance/execution/transition.ts";

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
    if (ALLOWED.has(`${from}>${to}`)) expect(requireEdge(from, to)).toBe(to);
    else
      expect(() => requireEdge(from, to)).toThrow(
        expect.objectContaining({ code: "IllegalTransition", detail: expect.objectContaining({ from, to }) }),
      );
  });

  it("has ended in a state without outgoing edges", () => {
    expect(EXECUTION_STATES.filter(hasEnded)).toEqual(["COMPLETED", "TERMINATED"]);
  });
});

describe("the path to the end of an execution", () => {
  const failing: readonly Outcome[] = ["failed", "blocked", "timed_out", "rejected", "cancelled"];
  const open = EXECUTION_STATES.filter((state) => !hasEnded(state));

  it.each(open)("leads from %s along edges to every failure", (from) => {
    for (const outcome of failing) {
      const end = stepsToEnd(from, outcome).reduce<ExecutionState>((state, step) => {
        requireTransition(state, step);
        return step.to;
      }, from);
      expect(end).toBe("TERMINATED");
    }
  });

  it("leads through a rejection while a gate is open", () => {
    expect(stepsToEnd("WAITING_FOR_HUMAN", "cancelled")).toEqual([
      { from: "WAITING_FOR_HUMAN", to: "REJECTED", outcome: null },
      { from: "REJECTED", to: "TERMINATED", outcome: "cancelled" },
    ]);
    expect(() => stepsToEnd("WAITING_FOR_HUMAN", "succeeded")).toThrow(
      expect.objectContaining({ code: "IllegalTransition" }),
    );
  });

  it("is empty for an execution that has ended with the outcome, and refused for another outcome", () => {
    for (const outcome of OUTCOMES) {
      const won = outcome === "succeeded" || outcome === "partial";
      expect(stepsToEnd(won ? "COMPLETED" : "TERMINATED", outcome)).toEqual([]);
      expect(() => stepsToEnd(won ? "TERMINATED" : "COMPLETED", outcome)).toThrow(
        expect.objectContaining({ code: "IllegalTransition" }),
      );
    }
  });
});

function goes(from: ExecutionState, to: ExecutionState): boolean {
  try {
    return requireEdge(from, to) === to;
  } catch {
    return false;
  }
}
