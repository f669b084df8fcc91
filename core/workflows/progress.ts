import { GantryError } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";
import type { Node } from "#core/workflows/plan.ts";
import type { Failure, StepRecord } from "#core/workflows/record.ts";
import type { StepOf } from "#core/workflows/step.ts";
import { holds, type Values } from "#core/workflows/values.ts";

/** The progress of a run, computed from its records. */
export interface Progress {
  /** Whether a step may start: the steps it needs are settled, and no choice skipped it. */
  isReady(id: string): boolean;
  /** Whether a step is completed, or was skipped by a choice. */
  isSettled(id: string): boolean;
  /** The first failure; no step starts after it. */
  readonly failure: Failure | undefined;
}

/** The result of a choice: the index of an option, where the last one is `otherwise`, or a failure. */
type Chosen = { readonly option: number } | { readonly failure: Failure };

export function progressOf(
  nodes: readonly Node[],
  { input, records }: { readonly input: Json; readonly records: readonly StepRecord[] },
  now: number,
): Progress {
  const byId = new Map(nodes.map((node) => [node.step.id, node]));
  const forward = new Map(records.filter(({ undo }) => !undo).map((record) => [record.step, record]));
  const values = valuesOf(input, records);
  const settled = new Map<string, boolean>();
  const chosen = new Map<string, Chosen>();

  const choose = (step: StepOf<"choice">): Chosen => {
    const known = chosen.get(step.id) ?? chosenOf(step, values);
    chosen.set(step.id, known);
    return known;
  };
  const isLeftOut = ({ options }: Node): boolean =>
    options.some(({ choice, option }) => {
      const node = byId.get(choice) as Node;
      if (isLeftOut(node)) return true;
      if (!isSettled(choice)) return false;
      const made = choose(node.step as StepOf<"choice">);
      return "option" in made && made.option !== option;
    });
  const isReady = (id: string): boolean => {
    const node = byId.get(id) as Node;
    return node.needs.every(isSettled) && !isLeftOut(node);
  };
  const isDone = ({ step }: Node): boolean => {
    if (step.kind === "parallel") return isReady(step.id);
    if (step.kind === "choice") return isReady(step.id) && "option" in choose(step);
    const record = forward.get(step.id);
    if (record?.state === "waiting") return (record.until_ms ?? 0) <= now;
    return record?.state === "succeeded";
  };
  function isSettled(id: string): boolean {
    const known = settled.get(id);
    if (known !== undefined) return known;
    const node = byId.get(id) as Node;
    const value = isLeftOut(node) || isDone(node);
    settled.set(id, value);
    return value;
  }
  return { isReady, isSettled, failure: failureOf() };

  function failureOf(): Failure | undefined {
    const failed = records.find(({ undo, state }) => !undo && state === "failed");
    if (failed) return failed.error ?? { code: "Internal", message: `The step ${failed.step} failed.` };
    for (const { step } of nodes) {
      if (step.kind !== "choice" || !isReady(step.id)) continue;
      const made = choose(step);
      if ("failure" in made) return made.failure;
    }
    return undefined;
  }
}

export function valuesOf(input: Json, records: readonly StepRecord[]): Values {
  const results = records.filter(({ undo, result }) => !undo && result !== undefined);
  return { input, steps: new Map(results.map(({ step, result }) => [step, result as Json])) };
}

function chosenOf(step: StepOf<"choice">, values: Values): Chosen {
  try {
    const option = step.options.findIndex(({ when }) => holds(when, values));
    if (option !== -1) return { option };
  } catch (error) {
    if (!(error instanceof GantryError)) throw error;
    return { failure: { code: error.code, message: error.message } };
  }
  if ("fail" in step.otherwise)
    return { failure: { code: "EnvironmentFailure", message: step.otherwise.fail } };
  return { option: step.options.length };
}
