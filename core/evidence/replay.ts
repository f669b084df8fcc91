import { Refusal } from "#core/evidence/verdict.ts";
import type { Execution } from "#core/governance/execution/execution.ts";
import { workflowSchema } from "#core/governance/execution/workflow-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import { type AnySignal, isAbout, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

type Reduce<E> = (state: E | null, signal: AnySignal) => E;

/**
 * The execution that results from its log. Throws Refusal for a signal of another execution, for an illegal transition,
 * and, from format v2 on, when the first signal does not name a workflow that `isKnown` accepts.
 */
export function replay<E extends Execution>(
  reduce: Reduce<E>,
  events: readonly AnySignal[],
  ref: AggregateRef,
  isKnown: (workflow: string) => boolean,
): E {
  let execution: E | null = null;
  for (const event of events) {
    if (!isAbout(event, ref))
      throw new Refusal("OTHER_MISSION", `signal ${sequenceOf(event)} belongs to ${event.source}.`);
    execution = step(reduce, execution, event);
  }
  requireWorkflow(events, execution as E, isKnown);
  return execution as E;
}

function requireWorkflow(
  [begun]: readonly AnySignal[],
  { workflow }: Execution,
  isKnown: (workflow: string) => boolean,
): void {
  if (begun && isV1(begun)) return;
  const named = workflowSchema.safeParse(workflow);
  if (!named.success || !isKnown(named.data.id))
    throw new Refusal("LINE_UNREADABLE", "signal 1 does not name the workflow of this kind of evidence.");
}

/** A sealed signal can still be invalid for an execution: the seal proves who wrote it, not that it is consistent. */
function step<E>(reduce: Reduce<E>, state: E | null, event: AnySignal): E {
  try {
    return reduce(state, event);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof GantryError && cause.code === "IllegalTransition")
      throw new Refusal("TRANSITION_ILLEGAL", `signal ${sequenceOf(event)}: ${why}`);
    throw new Refusal("LINE_UNREADABLE", `signal ${sequenceOf(event)} cannot be replayed: ${why}.`);
  }
}
