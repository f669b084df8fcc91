import type { Acceptance, AcceptanceStep, Target } from "#core/factory/acceptance.ts";

/** A correction of how an acceptance step finds its element. */
export interface LocatorCorrection {
  readonly acceptance: string;
  /** Number of the step, from 1. */
  readonly step: number;
  readonly target: Target;
  readonly reason: string;
}

interface Corrected {
  readonly acceptance: readonly Acceptance[];
  /** What was corrected, with the element before and after and the reason, as sentences. */
  readonly changes: readonly string[];
  /** Corrections of what does not exist, as sentences for the model. */
  readonly faults: readonly string[];
}

/** Applies corrections to steps that have an element. Draft rules decide whether the result may be used. */
export function correctLocators(
  acceptance: readonly Acceptance[],
  corrections: readonly LocatorCorrection[],
): Corrected {
  const changes: string[] = [];
  const faults: string[] = [];
  const steps = new Map(acceptance.map(({ name, steps }) => [name, [...steps]]));
  for (const { acceptance: name, step, target, reason } of corrections) {
    const own = steps.get(name);
    const old = own?.[step - 1];
    if (!own || !old || !hasTarget(old)) {
      faults.push(`There is no step ${step} with an element in an acceptance "${name}".`);
      continue;
    }
    own[step - 1] = { ...old, target } as AcceptanceStep;
    const [before, after] = [JSON.stringify(old.target), JSON.stringify(target)];
    if (before !== after)
      changes.push(`Step ${step} of "${name}" finds its element by ${after} instead of ${before}: ${reason}`);
  }
  return {
    acceptance: acceptance.map(({ name }) => ({ name, steps: steps.get(name) ?? [] })),
    changes,
    faults,
  };
}

function hasTarget(step: AcceptanceStep): step is AcceptanceStep & { target: Target } {
  return "target" in step && step.target !== undefined;
}
