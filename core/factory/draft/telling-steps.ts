import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * Whether steps see something that is not there because of the steps themselves: a blank text, the name of an element
 * that they have clicked or filled in, or the value of a field that they have just entered prove nothing of an app. Nor does
 * one of the `fixed` texts, which the page shows from the start.
 */
export function showsSomething(steps: readonly AcceptanceStep[], fixed: readonly string[] = []): boolean {
  const named: string[] = [...fixed];
  const entered = new Set<string>();
  for (const step of steps) {
    if (step.do === "see" && isNews(step, named)) return true;
    if (step.do === "attribute" && !(isState(step.name) && entered.has(canonicalJson(step.target))))
      return true;
    if (step.do === "open" || step.do === "reload") entered.clear();
    if (step.do === "fill" || step.do === "select" || step.do === "check")
      entered.add(canonicalJson(step.target));
    if ("target" in step && step.target && step.do !== "see") named.push(...namesOf(step.target));
  }
  return false;
}

function isNews({ text, target }: Extract<AcceptanceStep, { do: "see" }>, named: readonly string[]): boolean {
  const wanted = plain(text);
  return wanted !== "" && (target !== undefined || !named.some((name) => plain(name).includes(wanted)));
}

const isState = (attribute: string): boolean => /^(?:value|checked|aria-checked)$/i.test(attribute);

/** The texts by which a target finds its element and that the page shows. */
function namesOf(target: Target): string[] {
  if ("text" in target) return [target.text];
  if ("label" in target) return [target.label];
  return "role" in target && target.name !== undefined ? [target.name] : [];
}

/** As the browser compares texts: without regard to case and white space. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();
