import { GantryError } from "#core/errors.ts";

/** A directive's life: one intended side effect, from the wish to the known result. */
export const DIRECTIVE_EDGES = {
  requested: ["denied", "awaiting_decision", "authorised"],
  awaiting_decision: ["rejected", "expired", "authorised"],
  authorised: ["dispatched"],
  dispatched: ["succeeded", "failed_retryable", "failed", "unknown"],
  failed_retryable: ["dispatched"],
  unknown: ["reconciled"],
  denied: [],
  rejected: [],
  expired: [],
  succeeded: [],
  failed: [],
  reconciled: [],
} as const;

export type DirectiveState = keyof typeof DIRECTIVE_EDGES;
export const DIRECTIVE_STATES = Object.keys(DIRECTIVE_EDGES) as DirectiveState[];

/** Tools the factory's own workflow may ask for. There is none that writes a default branch. */
export const TOOLS = ["deploy.preview", "deploy.promote", "repo.pull_request.open"] as const;
export type Tool = (typeof TOOLS)[number];

export interface Directive {
  readonly id: string;
  readonly tool: Tool;
  readonly args: Readonly<Record<string, unknown>>;
  readonly args_sha256: string;
  readonly idempotency_key: string;
  readonly state: DirectiveState;
  /** Rises with each dispatch: the fence between two processes that hold the same directive. */
  readonly attempt: number;
  readonly result: Readonly<Record<string, unknown>> | null;
}

/** The directive in its next state, or IllegalTransition. */
export function advance(
  directive: Directive,
  to: DirectiveState,
  result?: Readonly<Record<string, unknown>>,
): Directive {
  const allowed: readonly DirectiveState[] = DIRECTIVE_EDGES[directive.state];
  if (!allowed.includes(to)) {
    throw new GantryError("IllegalTransition", `A directive cannot go from ${directive.state} to ${to}.`, {
      detail: { from: directive.state, to, allowed },
    });
  }
  return {
    ...directive,
    state: to,
    attempt: to === "dispatched" ? directive.attempt + 1 : directive.attempt,
    result: result ?? directive.result,
  };
}

/** Whether the effect is known to have happened. */
export function isDone({ state }: Directive): boolean {
  return state === "succeeded" || state === "reconciled";
}
