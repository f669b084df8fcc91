import type { Acceptance } from "#core/factory/acceptance.ts";
import { isAboutContent } from "#core/factory/draft/content-promise.ts";
import { doesFirst } from "#core/factory/draft/does-first.ts";
import { fixedTexts } from "#core/factory/draft/fixed-texts.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { passesOnStarter } from "#core/factory/draft/starter-page.ts";
import { acts } from "#core/factory/draft/step-parts.ts";
import { showsSomething } from "#core/factory/draft/telling-steps.ts";

/**
 * Every promise of the plan must have acceptance steps that would fail on an empty page, and on the starter of a stack,
 * which shows only the app's title. They do what is promised before they look, unless the promise is about what the page
 * shows. Where the draft is generated, the tests of the generator prove its steps; here they only have to be there and to see
 * something.
 */
export const PROMISES_SHOWN: DraftRule = {
  id: "promises-shown",
  faults({ plan, manifest }) {
    const fixed = plan.specification ? [] : fixedTexts(manifest);
    return plan.acceptance.flatMap((promise) => {
      const named = manifest.acceptance.filter(({ name }) => name === promise);
      if (named.length === 0)
        return `No entry of acceptance has the name "${promise}": add one, with the steps that show this promise of the plan.`;
      const isContent = plan.specification !== undefined || isAboutContent(promise);
      if (!named.some((each) => isShown(each, isContent ? [] : fixed)))
        return `The steps of the acceptance "${promise}" would pass on an empty page, or see only what they have entered or clicked, or what the page always shows: end them with a see or attribute step for the effect.`;
      if (named.every(({ steps }) => passesOnStarter(steps, plan.title)))
        return `The steps of the acceptance "${promise}" would pass on a page that shows only the app's title: do what is promised, and see what only that shows.`;
      if (isContent || named.some(({ steps }) => doesFirst(steps))) return [];
      return `The steps of the acceptance "${promise}" look at the page without doing anything before: do what is promised (fill, select, check, upload, click, press, or open another path), and then see the effect.`;
    });
  },
};

/** `not_see` alone passes on an empty page, but not after steps that must find an element. */
function isShown({ steps }: Acceptance, fixed: readonly string[]): boolean {
  return showsSomething(steps, fixed) || (steps.some((step) => step.do === "not_see") && steps.some(acts));
}
