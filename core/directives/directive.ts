import { GantryError } from "#core/kernel/errors.ts";

/** The twelve states of a directive, an intended effect, and its thirteen permitted transitions. */
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

/** The data of a signal `gantry.directive.changed`. */
export interface DirectiveFact {
  readonly directive: string;
  readonly tool: string;
  readonly state: DirectiveState;
  /** Increases with each dispatch; a fencing token between processes that hold the same directive. */
  readonly attempt: number;
  readonly args_sha256: string;
  readonly idempotency_key: string;
  /** The id of the decision that ended `awaiting_decision`. */
  readonly decision?: string | undefined;
}

type Result = Readonly<Record<string, unknown>>;

/** A stored directive: the data of its last signal, with its arguments and result. */
export interface Directive extends DirectiveFact {
  readonly args: Result;
  readonly result: Result | null;
}

/**
 * The directive after one more signal. Throws IllegalTransition for a transition that is not permitted, for a different
 * tool, key or arguments, for an attempt out of order, and for a missing or replaced decision.
 */
function nextDirective(before: DirectiveFact | undefined, fact: DirectiveFact): DirectiveFact {
  if (!before) {
    if (fact.state === "requested" && fact.attempt === 0 && fact.decision === undefined) return fact;
    throw illegal(`The first state of a directive must be requested, not ${fact.state}.`, {
      from: null,
      to: fact.state,
    });
  }
  const { state: from } = before;
  const allowed: readonly DirectiveState[] = DIRECTIVE_EDGES[from];
  if (!allowed.includes(fact.state))
    throw illegal(`A directive cannot go from ${from} to ${fact.state}.`, { from, to: fact.state, allowed });
  const attempt = fact.state === "dispatched" ? before.attempt + 1 : before.attempt;
  const decided =
    from === "awaiting_decision" ? fact.decision !== undefined : fact.decision === before.decision;
  if (fact.attempt !== attempt || !decided || IDENTITY.some((member) => fact[member] !== before[member]))
    throw illegal(
      `The tool, arguments, key, attempt or decision of the directive ${before.directive} cannot change this way.`,
      { from, to: fact.state },
    );
  return fact;
}

/** The members that identify a directive; they are the same in all its signals. */
const IDENTITY = ["directive", "tool", "args_sha256", "idempotency_key"] as const;

const illegal = (sentence: string, detail: Result) =>
  new GantryError("IllegalTransition", sentence, { detail });

/**
 * The directives of an execution after one more signal. Undefined stays undefined: the execution was stored before its
 * state contained directives.
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

/** The directive in its next state. Throws IllegalTransition. */
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

/** Whether the effect has happened and its result is known. */
export function isDone({ state }: DirectiveFact): boolean {
  return state === "succeeded" || state === "reconciled";
}
