import { describe, expect, it } from "@jest/globals";
import {
  advance,
  DIRECTIVE_STATES,
  type Directive,
  type DirectiveFact,
  type DirectiveState,
  isDone,
  nextDirectives,
} from "#core/directives/directive.ts";

function directive(state: DirectiveState): Directive {
  return {
    directive: "d_1",
    tool: "deploy.preview",
    args: {},
    args_sha256: "0",
    idempotency_key: "k",
    state,
    attempt: 4,
    result: null,
  };
}

describe("a directive", () => {
  it("counts its dispatches", () => {
    expect(advance(directive("authorised"), "dispatched").attempt).toBe(5);
    expect(advance(directive("dispatched"), "unknown").attempt).toBe(4);
  });

  it("keeps its result", () => {
    const done = advance(directive("dispatched"), "succeeded", { result: { url: "u" } });
    expect(done.result).toEqual({ url: "u" });
    expect(DIRECTIVE_STATES.filter((state) => isDone(directive(state)))).toEqual(["succeeded", "reconciled"]);
  });

  it("keeps the decision on it", () => {
    expect(() => advance(directive("awaiting_decision"), "authorised")).toThrow(
      expect.objectContaining({ code: "IllegalTransition" }),
    );
    const decided = advance(directive("awaiting_decision"), "authorised", { decision: "dec_1" });
    expect(advance(decided, "dispatched").decision).toBe("dec_1");
  });
});

describe("the directives of an execution", () => {
  const fact = (id: string, state: DirectiveState = "requested"): DirectiveFact => {
    const { args: _, result: __, ...rest } = { ...directive(state), directive: id, attempt: 0 };
    return rest;
  };

  it("are kept apart for any id, including __proto__", () => {
    const both = nextDirectives(nextDirectives([], fact("__proto__")), fact("d_2"));
    expect(nextDirectives(both, fact("__proto__", "authorised"))).toEqual([
      fact("__proto__", "authorised"),
      fact("d_2"),
    ]);
  });

  it("remain unknown in a state that was stored without them", () => {
    expect(nextDirectives(undefined, fact("d_1", "dispatched"))).toBeUndefined();
  });
});
