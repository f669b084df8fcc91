import type { ModelAccess } from "#adapters/aws-account/models.ts";
import type { Answer } from "#adapters/aws-account/problem.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import type { Check } from "#core/operations/check.ts";
import { failedCheck } from "./failed-check.ts";

/** The model ids of the deployed factory, each once: its outputs `Model` and `ModelSmall`; before it is deployed, the defaults. */
export function configuredModels(outputs: Readonly<Record<string, string>>): readonly string[] {
  const ids = Object.entries(outputs).flatMap(([key, id]) => (key.startsWith("Model") ? [id] : []));
  return ids.length > 0 ? [...new Set(ids)] : Object.values(DEFAULT_MODELS);
}

/** Whether the account may call a model. */
export function modelCheck(id: string, answer: Answer<ModelAccess>): Check {
  const name = "model";
  if ("problem" in answer)
    return failedCheck(name, { ...answer.problem, sentence: `${id}: ${answer.problem.sentence}` });
  const { profile, obstacles } = answer.value;
  if (profile === "absent")
    return {
      name,
      state: "fail",
      detail: `${id} is not an inference profile in this region`,
      fix: "aws bedrock list-inference-profiles, then deploy with -c model=<id> and -c modelSmall=<id>",
    };
  return obstacles.length === 0
    ? { name, state: "ok", detail: id }
    : {
        name,
        state: "fail",
        detail: `${id} cannot be called: ${obstacles.join(", ")}`,
        fix: "open the model once in the playground of the Bedrock console, as an administrator, and complete the form it shows",
      };
}
