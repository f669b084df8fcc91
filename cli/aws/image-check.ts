import type { Answer } from "#adapters/aws-account/problem.ts";
import type { Check } from "#core/operations/check.ts";
import { failedCheck } from "./failed-check.ts";

/** Pulling the image takes most of a builder's start-up time. */
const MAX_MB = 120;

/** Whether the builder's image is small enough; `undefined` is a factory that names none. */
export function imageCheck(answer: Answer<number | undefined> | undefined): Check {
  const name = "image";
  if (answer === undefined)
    return { name, state: "warn", detail: "not checked: no deployed factory refers to an image" };
  if ("problem" in answer) return failedCheck(name, answer.problem, "warn");
  if (answer.value === undefined)
    return { name, state: "warn", detail: "the builder's image is not in any repository of this account" };
  const mb = answer.value / 1e6;
  const detail = `builder ${mb.toFixed(1)} MB compressed`;
  return mb <= MAX_MB
    ? { name, state: "ok", detail }
    : {
        name,
        state: "fail",
        detail: `${detail}, at most ${MAX_MB} MB starts fast enough`,
        fix: "remove what builds do not need from builder-image/Dockerfile, then deploy again",
      };
}
