import { type Directive, isDone } from "#core/directives/directive.ts";
import {
  directiveId,
  findDirective,
  type Records,
  recordChange,
  recordRequest,
  type Subject,
} from "#core/directives/records.ts";
import type { EffectTool, Idempotency, ToolResult, ToolVerdict } from "#core/directives/tool.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { ERRORS, GantryError } from "#core/kernel/errors.ts";
import { readInput } from "#core/kernel/input/read-input.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import { ownValue } from "#core/kernel/own-value.ts";

interface Services extends Records {
  /** A tool without a verdict in the policy is denied. */
  readonly policy: { readonly directives: Readonly<Record<string, ToolVerdict>> };
}

export interface Effect<A, R extends ToolResult, S> {
  readonly tool: EffectTool<A, R, S>;
  readonly args: A;
  /** The idempotency key: there is never a second effect with the same key. */
  readonly key: string;
  /** Signals that are recorded with the result. */
  readonly facts?: (result: R) => readonly SignalDraft[];
}

/** The result of an effect, or the directive that awaits a person's decision. */
export type Performed<R> =
  | { readonly state: "done"; readonly result: R }
  | { readonly state: "awaiting_decision"; readonly directive: string };

/**
 * Performs an effect on another system exactly once. Request, verdict and dispatch are recorded before it, the result
 * after it, so that a process may crash at any point: when a repeated call finds the directive dispatched, the outcome
 * is unknown, and the tool's `idempotency` determines how it is resolved. Throws InvalidInput for invalid arguments,
 * before anything is recorded; IdempotencyMismatch for a key that was used with other arguments; PolicyDenied when the
 * policy or a person refused; TimedOut when no decision was made in time; IllegalTransition when the effect has failed
 * permanently; Conflict when another process changed the directive; and what the executor throws.
 */
export async function perform<A, R extends ToolResult, S>(
  services: Services & S,
  subject: Subject,
  effect: Effect<A, R, S>,
): Promise<Performed<R>> {
  const directive = await standing(services, subject, effect);
  if (isDone(directive)) return { state: "done", result: directive.result as R };
  if (directive.state === "awaiting_decision")
    return { state: "awaiting_decision", directive: directive.directive };
  const result = await attempt(services, subject, effect, directive);
  await recordChange(subject, directive, directive.state === "unknown" ? "reconciled" : "succeeded", {
    result,
    facts: effect.facts?.(result) ?? [],
  });
  return { state: "done", result };
}

/** The directive of this effect: done, awaiting a decision, or ready to be attempted (`dispatched` or `unknown`). */
async function standing<A, R extends ToolResult, S>(
  services: Services,
  subject: Subject,
  { tool, args, key }: Effect<A, R, S>,
): Promise<Directive> {
  const request = {
    tool: tool.name,
    args: readInput(tool.input, args, "The call") as Readonly<Record<string, unknown>>,
    key,
  };
  const find = () => findDirective(services, subject, directiveId(subject, request));
  const found = await find();
  if (!found) {
    const verdict = ownValue(services.policy.directives, tool.name) ?? "deny";
    const recorded = await recordRequest(subject, request, PASSES[verdict]);
    if (recorded) return requireAllowed(recorded);
  }
  const directive = found ?? (await find());
  if (!directive) throw new GantryError("Internal", "A recorded directive is missing.");
  if (directive.args_sha256 !== canonicalHash(request.args))
    throw new GantryError("IdempotencyMismatch", "This key was already used with different arguments.", {
      field: "key",
    });
  return resume(subject, tool.idempotency, requireAllowed(directive));
}

/** The states after `requested` that are recorded in the same transaction, by verdict. */
const PASSES = {
  allow: ["authorised", "dispatched"],
  require_human: ["awaiting_decision"],
  deny: ["denied"],
} as const;

function requireAllowed(directive: Directive): Directive {
  const refusal = ownValue(REFUSALS, directive.state);
  if (!refusal) return directive;
  const { code, sentence } = refusal;
  const { tool, directive: id } = directive;
  throw new GantryError(code, sentence(tool), { detail: { tool, directive: id } });
}

const REFUSALS = {
  denied: { code: "PolicyDenied", sentence: (tool: string) => `The policy does not allow ${tool}.` },
  rejected: { code: "PolicyDenied", sentence: (tool: string) => `${tool} was rejected.` },
  expired: { code: "TimedOut", sentence: (tool: string) => `No decision on ${tool} was made in time.` },
  failed: {
    code: "IllegalTransition",
    sentence: (tool: string) => `${tool} has failed; it is not dispatched again.`,
  },
} as const;

/**
 * Continues a directive of an earlier call: dispatches it again, or marks it `unknown` if it was already dispatched.
 */
async function resume(subject: Subject, idempotency: Idempotency, directive: Directive): Promise<Directive> {
  switch (directive.state) {
    case "authorised":
    case "failed_retryable":
      return recordChange(subject, directive, "dispatched");
    case "dispatched":
      return idempotency === "none"
        ? requireAllowed(await recordChange(subject, directive, "failed"))
        : recordChange(subject, directive, "unknown");
    default:
      return directive;
  }
}

/** Executes the tool, or finds the effect of an earlier attempt. Records a failure if the outcome is known. */
async function attempt<A, R extends ToolResult, S>(
  services: Services & S,
  subject: Subject,
  { tool, key }: Effect<A, R, S>,
  directive: Directive,
): Promise<R> {
  const { tenant, execution } = subject;
  const call = { tenant, execution, key, args: directive.args as A };
  try {
    const again = directive.state === "unknown" || directive.attempt > 1;
    const before = again && tool.idempotency === "probe" ? await tool.probe(services, call) : null;
    return before ?? (await tool.execute(services, call));
  } catch (error) {
    if (directive.state === "dispatched" && error instanceof GantryError)
      await recordChange(subject, directive, failureOf(tool.idempotency, error));
    throw error;
  }
}

/** The state after an error: a tool with the idempotency `none` fails permanently on any error. */
function failureOf(idempotency: Idempotency, { code }: GantryError): "failed" | "failed_retryable" {
  const passing = ERRORS[code].retry || code === "TimedOut";
  return passing && idempotency !== "none" ? "failed_retryable" : "failed";
}
