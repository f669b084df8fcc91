import { GantryError } from "#core/kernel/errors.ts";

/** The twelve states of a directive and its thirteen edges: one intended effect, from the request to the known result. */
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
export const DIRECTIVE_STATES = Object.keys(DIRECTIVE_EDGES) as [DirectiveState, ...DirectiveState[]];

/** What one signal `gantry.directive.changed` states. */
export interface DirectiveFact {
  readonly directive: string;
  readonly tool: string;
  readonly state: DirectiveState;
  /** Rises with each dispatch: the fence between two processes that hold the same directive. */
  readonly attempt: number;
  readonly args_sha256: string;
  readonly idempotency_key: string;
  /** The decision by which it left `awaiting_decision`. */
  readonly decision?: string | undefined;
}

type Result = Readonly<Record<string, unknown>>;

/** A directive as it is stored: the fact of its last signal, with its arguments and its result. */
export interface Directive extends DirectiveFact {
  readonly args: Result;
  readonly result: Result | null;
}

/**
 * The directive after one more fact about it. Throws IllegalTransition for a fact that does not follow: an edge that
 * is not there, another tool, key or arguments, an attempt out of order, a decision missing or replaced.
 */
function nextDirective(before: DirectiveFact | undefined, fact: DirectiveFact): DirectiveFact {
  if (!before) {
    if (fact.state === "requested" && fact.attempt === 0 && fact.decision === undefined) return fact;
    throw illegal(`A directive begins as requested, not as ${fact.state}.`, { from: null, to: fact.state });
  }
  const { state: from } = before;
  const allowed: readonly DirectiveState[] = DIRECTIVE_EDGES[from];
  if (!allowed.includes(fact.state))
    throw illegal(`A directive cannot go from ${from} to ${fact.state}.`, { from, to: fact.state, allowed });
  const attempt = fact.state === "dispatched" ? before.attempt + 1 : before.attempt;
  const decided =
    from === "awaiting_decision" ? fact.decision !== undefined : fact.decision === before.decision;
  if (fact.attempt !== attempt || !decided || IDENTITY.some((member) => fact[member] !== before[member]))
    throw illegal(`The directive ${before.directive} cannot become another one.`, { from, to: fact.state });
  return fact;
}

/** What makes it this directive: the same in all its signals. */
const IDENTITY = ["directive", "tool", "args_sha256", "idempotency_key"] as const;

const illegal = (sentence: string, detail: Result) =>
  new GantryError("IllegalTransition", sentence, { detail });

/**
 * The directives of an execution after one more fact. Undefined stays undefined: an execution that was stored before
 * its state contained its directives.
 */
export function nextDirectives(
  directives: readonly DirectiveFact[] | undefined,
  fact: DirectiveFact,
): readonly DirectiveFact[] | undefined {
  if (!directives) return undefined;
  const before = directives.find(({ directive }) => directive === fact.directive);
  const next = nextDirective(before, fact);
  return before ? directives.map((other) => (other === before ? next : other)) : [...directives, next];
}

/** The directive in its next state, or IllegalTransition. */
export function advance(
  directive: Directive,
  to: DirectiveState,
  known: { readonly result?: Result; readonly decision?: string } = {},
): Directive {
  const attempt = to === "dispatched" ? directive.attempt + 1 : directive.attempt;
  const next = { ...directive, ...known, state: to, attempt };
  nextDirective(directive, next);
  return next;
}

/** Whether the effect is known to have happened. */
export function isDone({ state }: DirectiveFact): boolean {
  return state === "succeeded" || state === "reconciled";
}
