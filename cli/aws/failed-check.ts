import type { AwsProblem } from "#adapters/aws-account/problem.ts";
import type { Check } from "#core/operations/check.ts";

/** A question that could not be asked. Where Gantry runs without the answer, that is no fault. */
export function failedCheck(
  name: string,
  { sentence, fix }: AwsProblem,
  state: "fail" | "warn" = "fail",
): Check {
  return { name, state, detail: state === "warn" ? `not known: ${sentence}` : sentence, fix };
}
