import type { AwsProblem } from "#adapters/aws-account/problem.ts";
import type { Check } from "#core/operations/check.ts";

/** A check that could not run. It is not a failure where Gantry runs without the result. */
export function failedCheck(
  name: string,
  { sentence, fix }: AwsProblem,
  state: "fail" | "warn" = "fail",
): Check {
  return { name, state, detail: state === "warn" ? `not known: ${sentence}` : sentence, fix };
}
