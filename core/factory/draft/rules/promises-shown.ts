import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";

const SHOWS: readonly AcceptanceStep["do"][] = ["see", "attribute"];
const ACTS: readonly AcceptanceStep["do"][] = ["fill", "select", "check", "upload", "click", "press"];

/** Every promise of the plan must have acceptance steps that would fail on an empty page. */
export const PROMISES_SHOWN: DraftRule = {
  id: "promises-shown",
  faults({ plan, manifest }) {
    return plan.acceptance.flatMap((promise) => {
      const named = manifest.acceptance.filter(({ name }) => name === promise);
      if (named.length === 0)
        return `No entry of acceptance has the name "${promise}": add one, with the steps that show this promise of the plan.`;
      if (named.some(isShown)) return [];
      return `The steps of the acceptance "${promise}" would pass on an empty page: end them with a see or attribute step.`;
    });
  },
};

/** `not_see` alone passes on an empty page, but not after steps that must find an element. */
function isShown({ steps }: Acceptance): boolean {
  const kinds = steps.map((step) => step.do);
  return (
    kinds.some((kind) => SHOWS.includes(kind)) ||
    (kinds.includes("not_see") && kinds.some((kind) => ACTS.includes(kind)))
  );
}
