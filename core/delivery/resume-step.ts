import type { Handler } from "#core/delivery/handler.ts";
import { isEnding } from "#core/governance/execution/states.ts";
import { parentOf } from "#core/workflows/child.ts";
import { completeStep } from "#core/workflows/complete-step.ts";
import type { Run } from "#core/workflows/run.ts";
import type { RunSignal } from "#core/workflows/run-signals.ts";

/**
 * Completes the step that waits for an external system's report, or for the end of the run that it started. Idempotent:
 * only the first completion of a task counts.
 */
export const resumeStep: Handler<unknown> = {
  name: "resume-step",
  async handle(services, { ref, entries }) {
    if (ref.kind !== "execution") return;
    for (const { signal } of entries) {
      const fact = signal as unknown as RunSignal;
      if (fact.type === "gantry.external.reported") await completeStep(services, ref, fact.data.step);
      if (!isEnding(signal)) continue;
      const ended = await services.ledger.load<Run>(ref);
      const parent = ended && parentOf(ended.trigger);
      if (parent) await completeStep(services, { ...ref, id: parent.id }, parent.step);
    }
  },
};
