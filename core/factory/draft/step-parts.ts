import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";

/** Elements that contain the whole page, in which a text is found wherever it is. */
const WHOLE_PAGE = /^(?:\*|:root|html|body|main|#(?:root|app)|html\s*>?\s*body)$/i;
const WHOLE_PAGE_ROLES = ["application", "document", "generic", "main", "none", "presentation"];

const ACTS: readonly AcceptanceStep["do"][] = ["fill", "select", "check", "upload", "click", "press"];

/** Whether a step does something to the page. */
export const acts = ({ do: kind }: AcceptanceStep): boolean => ACTS.includes(kind);

/** Whether a step looks at the page. */
export const tells = ({ do: kind }: AcceptanceStep): boolean =>
  kind === "see" || kind === "not_see" || kind === "attribute";

export function targetOf(step: AcceptanceStep): Target | undefined {
  return "target" in step ? step.target : undefined;
}

/** What a step does or expects, wherever that is. */
export function withoutTarget(step: AcceptanceStep): object {
  const { target: _, ...rest } = step as AcceptanceStep & { target?: Target };
  return rest;
}

/** Whether an expectation at this place says no more than that the page has the text. */
export function isLoose(step: AcceptanceStep, target: Target): boolean {
  if (step.do !== "see" && step.do !== "attribute") return false;
  if ("css" in target) return target.css.split(",").some((part) => WHOLE_PAGE.test(part.trim()));
  if ("role" in target)
    return target.name === undefined && WHOLE_PAGE_ROLES.includes(target.role.toLowerCase());
  return step.do === "see" && "text" in target;
}
