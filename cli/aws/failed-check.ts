import type { Trouble } from "#adapters/aws-account/trouble.ts";
import type { Check } from "#cli/check.ts";

/** A question that could not be asked. Where Gantry runs without the answer, that is no fault. */
export function failedCheck(
  name: string,
  { sentence, fix }: Trouble,
  state: "missing" | "optional" = "missing",
): Check {
  return { name, state, detail: state === "optional" ? `not known: ${sentence}` : sentence, fix };
}
