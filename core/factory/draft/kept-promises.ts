import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import { isLoose, targetOf, withoutTarget } from "#core/factory/draft/step-parts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * How a change weakens promises that the plan keeps, as sentences. Of such a promise each step stays, in order; a step may
 * find its element elsewhere, as after a repair, and there may be further steps, but none that enters what is expected.
 */
export function weakenedPromises(
  had: readonly Acceptance[],
  has: readonly Acceptance[],
  promises: readonly string[],
): string[] {
  return had.flatMap(({ name, steps }) => {
    const next = has.find((each) => each.name === name);
    if (!next || !promises.includes(name)) return [];
    const places = placesOf(steps, next.steps);
    const lost = places.indexOf(-1);
    if (lost >= 0)
      return `The change leaves out or changes step ${lost + 1} of the acceptance "${name}", which the plan keeps: keep its steps in their order, and add others where the change needs them.`;
    const entered = next.steps.find((step, at) => !places.includes(at) && entersExpected(step, steps));
    return entered
      ? `The acceptance "${name}" enters by a new step what it expects: keep what it shows an effect of the app.`
      : [];
  });
}

/** Where each step stands among the steps after the change; -1 for one that does not. */
function placesOf(had: readonly AcceptanceStep[], has: readonly AcceptanceStep[]): number[] {
  let from = 0;
  return had.map((step) => {
    const at = has.findIndex((next, index) => index >= from && isKept(step, next));
    if (at >= 0) from = at + 1;
    return at;
  });
}

function isKept(step: AcceptanceStep, next: AcceptanceStep): boolean {
  if (canonicalJson(withoutTarget(step)) !== canonicalJson(withoutTarget(next))) return false;
  const [before, after] = [targetOf(step), targetOf(next)];
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return true;
  return before !== undefined && after !== undefined && !isLoose(next, after);
}

/** Whether a step enters a text that one of the steps expects to see. */
function entersExpected(step: AcceptanceStep, expecting: readonly AcceptanceStep[]): boolean {
  if (step.do !== "fill") return false;
  const entered = step.value.toLowerCase();
  return expecting.some((each) => each.do === "see" && entered.includes(each.text.trim().toLowerCase()));
}
