import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { isLoose, targetOf, withoutTarget } from "#core/factory/draft/step-parts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * A repair may correct how an acceptance step finds its element, never what it does or expects, and no step may be
 * added, removed or moved. The corrected place of an expectation must not be the whole page or the expected text itself.
 */
export const ACCEPTANCE_KEPT: DraftRule = {
  id: "acceptance-kept",
  faults({ manifest, before }) {
    if (before === null) return [];
    if (!sameNames(before.acceptance, manifest.acceptance))
      return ["The repair changes which acceptances there are: keep all of them, in their order."];
    return before.acceptance.flatMap((had, index) => changed(had, manifest.acceptance[index] as Acceptance));
  },
};

function sameNames(had: readonly Acceptance[], has: readonly Acceptance[]): boolean {
  const names = (all: readonly Acceptance[]) => canonicalJson(all.map(({ name }) => name));
  return names(had) === names(has);
}

function changed(had: Acceptance, has: Acceptance): string[] {
  const fault = (at: number, what: string) =>
    `Step ${at + 1} of the acceptance "${had.name}" ${what}: a repair may correct only how a step finds its element.`;
  if (had.steps.length !== has.steps.length)
    return [`The repair changes the number of steps of the acceptance "${had.name}": keep them all.`];
  return had.steps.flatMap((step, at) => {
    const next = has.steps[at] as AcceptanceStep;
    if (canonicalJson(withoutTarget(step)) !== canonicalJson(withoutTarget(next)))
      return [fault(at, "does or expects something else after the repair")];
    const [before, after] = [targetOf(step), targetOf(next)];
    if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
    if (!before || !after) return [fault(at, before ? "has lost its element" : "had no element to find")];
    return isLoose(next, after) ? [fault(at, "would find what it expects anywhere on the page")] : [];
  });
}
