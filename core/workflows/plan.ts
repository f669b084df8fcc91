import type { Step, StepOf } from "#core/workflows/step.ts";

/** A step in its plan: the steps that must be settled before it starts, and the choice options that lead to it. */
export interface Node {
  readonly step: Step;
  readonly needs: readonly string[];
  readonly options: readonly { readonly choice: string; readonly option: number }[];
}

/** All steps of a definition, including nested ones, in the order in which they are written. */
export function nodesOf(steps: readonly Step[]): readonly Node[] {
  return listNodes(steps, [], []);
}

/** The step with this id. Throws TypeError when there is none. */
export function stepOf(nodes: readonly Node[], id: string): Step {
  const node = nodes.find(({ step }) => step.id === id);
  if (!node) throw new TypeError(`the definition has no step ${id}`);
  return node.step;
}

function listNodes(list: readonly Step[], entry: readonly string[], options: Node["options"]): Node[] {
  return list.flatMap((step, index) => {
    const before = step.depends_on ?? list.slice(Math.max(0, index - 1), index).map(({ id }) => id);
    const needs = before.flatMap((id) => exits(list.find((other) => other.id === id)));
    return stepNodes(step, needs.length > 0 ? needs : entry, options);
  });
}

function stepNodes(step: Step, needs: readonly string[], options: Node["options"]): Node[] {
  switch (step.kind) {
    case "parallel": {
      const inner = step.branches.flatMap((branch) => listNodes(branch, needs, options));
      return [...inner, { step, needs: inner.map((node) => node.step.id), options }];
    }
    case "choice": {
      const inner = optionLists(step).flatMap((list, option) =>
        listNodes(list, [step.id], [...options, { choice: step.id, option }]),
      );
      return [{ step, needs, options }, ...inner];
    }
    default:
      return [{ step, needs, options }];
  }
}

/** The steps of each option of a choice; those of `otherwise` are last. */
export function optionLists({ options, otherwise }: StepOf<"choice">): readonly (readonly Step[])[] {
  return [...options.map(({ steps }) => steps), "steps" in otherwise ? otherwise.steps : []];
}

/** The ids of the steps that must be settled for a step and its nested steps to be settled. */
function exits(step: Step | undefined): string[] {
  if (!step) return [];
  if (step.kind !== "choice") return [step.id];
  return [step.id, ...optionLists(step).flat().flatMap(exits)];
}
