import { describe, expect, it } from "@jest/globals";
import {
  advance,
  DIRECTIVE_STATES,
  type Directive,
  type DirectiveState,
  isDone,
  TOOLS,
} from "#core/directive.ts";

const ALLOWED = new Set([
  "requested>denied",
  "requested>awaiting_decision",
  "requested>authorised",
  "awaiting_decision>rejected",
  "awaiting_decision>expired",
  "awaiting_decision>authorised",
  "authorised>dispatched",
  "dispatched>succeeded",
  "dispatched>failed_retryable",
  "dispatched>failed",
  "dispatched>unknown",
  "failed_retryable>dispatched",
  "unknown>reconciled",
]);

function directive(state: DirectiveState): Directive {
  return {
    id: "d_1",
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
  it.each(DIRECTIVE_STATES.flatMap((from) => DIRECTIVE_STATES.map((to) => [from, to] as const)))(
    "from %s to %s goes only along an edge",
    (from, to) => {
      if (!ALLOWED.has(`${from}>${to}`)) {
        expect(() => advance(directive(from), to)).toThrow(
          expect.objectContaining({ code: "IllegalTransition" }),
        );
        return;
      }
      expect(advance(directive(from), to)).toEqual({
        ...directive(to),
        attempt: to === "dispatched" ? 5 : 4,
      });
    },
  );

  it("keeps its result once it has one", () => {
    const done = advance(directive("dispatched"), "succeeded", { url: "u" });
    expect(done.result).toEqual({ url: "u" });
    expect(DIRECTIVE_STATES.filter((state) => isDone(directive(state)))).toEqual(["succeeded", "reconciled"]);
  });

  it("knows no tool that writes a default branch", () => {
    expect(TOOLS).toEqual(["deploy.preview", "deploy.promote", "repo.pull_request.open"]);
  });
});
