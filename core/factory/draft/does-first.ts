import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { acts, tells } from "#core/factory/draft/step-parts.ts";

/** Whether steps look at something after they did something: an action, or a path other than that of the start page. */
export function doesFirst(steps: readonly AcceptanceStep[]): boolean {
  const done = steps.findIndex((step) => acts(step) || (step.do === "open" && !isStart(step.path)));
  return done >= 0 && steps.slice(done + 1).some(tells);
}

const isStart = (path: string): boolean => /^\/(?:index\.html)?(?:\?|#?$)/.test(path);
