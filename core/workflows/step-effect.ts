import type { Subject } from "#core/directives/records.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";
import { type OpenRun, requireRunGoing } from "#core/workflows/open-run.ts";
import { valuesOf } from "#core/workflows/progress.ts";
import type { StepRecord } from "#core/workflows/record.ts";
import type { Run } from "#core/workflows/run.ts";
import type { Step } from "#core/workflows/step.ts";
import { fill } from "#core/workflows/values.ts";

/**
 * The call of a step's effect or of its compensation. `key` is the idempotency key. Throws Internal when it has none.
 */
export function effectCall(
  run: Run,
  step: Step,
  undo: boolean,
): { readonly tool: string; readonly args: Json; readonly key: string } {
  const call = undo
    ? "compensate" in step
      ? step.compensate
      : undefined
    : step.kind === "directive"
      ? step
      : undefined;
  if (!call) throw new GantryError("Internal", `The step ${step.id} has no effect.`);
  const args = fill(call.args, valuesOf(run.input, run.records));
  return { tool: call.tool, args, key: effectKey(run, { step: step.id, undo }) };
}

/** The idempotency key of the effect of a step, or of its compensation. */
export const effectKey = ({ id }: Pick<Run, "id">, { step, undo }: Pick<StepRecord, "step" | "undo">) =>
  `${id}-${step}${undo ? "-undo" : ""}`;

/** The run as the subject of directives. */
export const subjectOf = (run: OpenRun): Subject => ({
  tenant: run.state.tenant,
  execution: run.state.id,
  append: run.append as unknown as Subject["append"],
  requireGoing: (state) => requireRunGoing(state as unknown as Run),
});
