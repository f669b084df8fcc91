import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";

/** The start of a sentence about a failed step: `Could not click the button "Add"`. */
export function describeFailure(step: AcceptanceStep): string {
  return step.do === "not_see"
    ? `Expected "${step.text}" not to be shown`
    : `Could not ${describeStep(step)}`;
}

/** A step as an instruction: `click the button "Add"`. */
function describeStep(step: Exclude<AcceptanceStep, { do: "not_see" }>): string {
  switch (step.do) {
    case "open":
      return `open ${step.path}`;
    case "reload":
      return "reload the page";
    case "fill":
      return `fill ${describeTarget(step.target)} with "${step.value}"`;
    case "select":
      return `select "${step.value}" in ${describeTarget(step.target)}`;
    case "check":
      return `${step.checked === false ? "uncheck" : "check"} ${describeTarget(step.target)}`;
    case "upload":
      return `choose the file ${step.name} in ${describeTarget(step.target)}`;
    case "click":
      return `click ${describeTarget(step.target)}`;
    case "press":
      return step.target ? `press ${step.key} in ${describeTarget(step.target)}` : `press ${step.key}`;
    case "see":
      return step.target ? `see "${step.text}" in ${describeTarget(step.target)}` : `see "${step.text}"`;
    case "attribute":
      return `find ${step.name}="${step.value}" on ${describeTarget(step.target)}`;
  }
}

export function describeTarget(target: Target): string {
  if ("role" in target) return `the ${target.role}${target.name === undefined ? "" : ` "${target.name}"`}`;
  if ("label" in target) return `the field labelled "${target.label}"`;
  if ("placeholder" in target) return `the field with the placeholder "${target.placeholder}"`;
  if ("text" in target) return `the text "${target.text}"`;
  if ("test_id" in target) return `the element with the test id "${target.test_id}"`;
  return `the element ${target.css}`;
}
