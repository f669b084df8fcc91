import { canonicalHash } from "#core/canonical.ts";
import { advance, type Directive, type DirectiveState, isDone, type Tool } from "#core/directive.ts";
import { ERRORS, GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { sha256Hex } from "#core/hash.ts";
import { type AggregateRef, metaKey } from "#core/keys.ts";
import type { SignalDraft } from "#core/ledger/signal.ts";
import type { Item } from "#core/ledger/store.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import type { StepInput } from "#core/steps/context.ts";

type Parts = Pick<Factory, "ledger" | "store" | "policy">;
type Result = Readonly<Record<string, unknown>>;

export interface Intent {
  readonly tool: Tool;
  readonly args: Readonly<Record<string, unknown>>;
  /** Names the effect: the same key never has a second one. */
  readonly key: string;
}

/**
 * Carries out one side effect. Wish, verdict, dispatch and result are each recorded before the next begins, so a
 * process may die anywhere: a directive found dispatched is `unknown`, and its effect, which finds what it did
 * before by the idempotency key, is run again to learn the result. `facts` are recorded with the result.
 */
export async function perform<R extends Result>(
  factory: Parts,
  input: StepInput,
  intent: Intent,
  effect: (directive: Directive) => Promise<R>,
  facts: (result: R) => SignalDraft[],
): Promise<R> {
  let directive = await request(factory, input, intent);
  if (isDone(directive)) return directive.result as R;
  if (directive.state === "denied")
    throw new GantryError("PolicyDenied", `The policy does not allow ${intent.tool}.`, {
      detail: { tool: intent.tool },
    });
  if (directive.state === "dispatched") directive = await change(factory, input, directive, "unknown");
  else if (directive.state !== "unknown") directive = await change(factory, input, directive, "dispatched");
  const result = await attempt(factory, input, directive, effect);
  await change(
    factory,
    input,
    directive,
    directive.state === "unknown" ? "reconciled" : "succeeded",
    result,
    facts(result),
  );
  return result;
}

/** Finds the directive or records it with the policy's verdict. */
async function request(factory: Parts, input: StepInput, { tool, args, key }: Intent): Promise<Directive> {
  const ref = directiveRef(input, tool, key);
  const existing = (await factory.store.get(metaKey(ref)))?.directive as Directive | undefined;
  if (existing) return existing;
  const wished: Directive = {
    id: ref.id,
    tool,
    args,
    args_sha256: canonicalHash(args),
    idempotency_key: key,
    state: "requested",
    attempt: 0,
    result: null,
  };
  const verdict = advance(wished, factory.policy.directives[tool] === "allow" ? "authorised" : "denied");
  await factory.ledger.append(missions, missionRef(input.tenant, input.mission_id), () => ({
    drafts: [changed(wished), changed(verdict)],
    writes: [{ put: itemOf(ref, verdict), when: { absent: true } }],
  }));
  return verdict;
}

async function attempt<R extends Result>(
  factory: Parts,
  input: StepInput,
  directive: Directive,
  effect: (directive: Directive) => Promise<R>,
): Promise<R> {
  try {
    return await effect(directive);
  } catch (error) {
    if (directive.state === "dispatched" && error instanceof GantryError) {
      const retryable = ERRORS[error.code].retry || error.code === "TimedOut";
      await change(factory, input, directive, retryable ? "failed_retryable" : "failed");
    }
    throw error;
  }
}

async function change(
  factory: Parts,
  input: StepInput,
  directive: Directive,
  to: DirectiveState,
  result?: Result,
  facts: readonly SignalDraft[] = [],
): Promise<Directive> {
  const next = advance(directive, to, result);
  const ref = directiveRef(input, directive.tool, directive.idempotency_key);
  await factory.ledger.append(missions, missionRef(input.tenant, input.mission_id), () => ({
    drafts: [changed(next), ...facts],
    writes: [
      { put: itemOf(ref, next), when: { equals: { state: directive.state, attempt: directive.attempt } } },
    ],
  }));
  return next;
}

function directiveRef({ tenant, mission_id }: StepInput, tool: Tool, key: string): AggregateRef {
  return { tenant, kind: "R", id: `d_${sha256Hex(`${mission_id}\n${tool}\n${key}`).slice(0, 32)}` };
}

function itemOf(ref: AggregateRef, directive: Directive): Item {
  return { ...metaKey(ref), state: directive.state, attempt: directive.attempt, directive };
}

function changed(directive: Directive): SignalDraft {
  const { id, tool, state, attempt, args_sha256, idempotency_key } = directive;
  return say("gantry.directive.changed", {
    directive: id,
    tool,
    state,
    attempt,
    args_sha256,
    idempotency_key,
  });
}
