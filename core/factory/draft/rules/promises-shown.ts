import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import { fixedTexts } from "#core/factory/draft/fixed-texts.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { passesOnStarter } from "#core/factory/draft/starter-page.ts";
import { showsSomething } from "#core/factory/draft/telling-steps.ts";

const ACTS: readonly AcceptanceStep["do"][] = ["fill", "select", "check", "upload", "click", "press"];

/**
 * Every promise of the plan must have acceptance steps that would fail on an empty page, and on the starter of a stack,
 * which shows only the app's title. The tests of the generator prove the steps of the apps that it generates.
 */
export const PROMISES_SHOWN: DraftRule = {
  id: "promises-shown",
  faults({ plan, manifest }) {
    const fixed = plan.specification ? [] : fixedTexts(manifest);
    return plan.acceptance.flatMap((promise) => {
      const named = manifest.acceptance.filter(({ name }) => name === promise);
      if (named.length === 0)
        return `No entry of acceptance has the name "${promise}": add one, with the steps that show this promise of the plan.`;
      if (!named.some((each) => isShown(each, fixed)))
        return `The steps of the acceptance "${promise}" would pass on an empty page, or see only what they have entered or clicked, or what the page always shows: end them with a see or attribute step for the effect.`;
      if (plan.specification || !named.every(({ steps }) => passesOnStarter(steps, plan.title))) return [];
      return `The steps of the acceptance "${promise}" would pass on a page that shows only the app's title: do what is promised, and see what only that shows.`;
    });
  },
};

/** `not_see` alone passes on an empty page, but not after steps that must find an element. */
function isShown({ steps }: Acceptance, fixed: readonly string[]): boolean {
  const kinds = steps.map((step) => step.do);
  return (
    showsSomething(steps, fixed) || (kinds.includes("not_see") && kinds.some((kind) => ACTS.includes(kind)))
  );
}
