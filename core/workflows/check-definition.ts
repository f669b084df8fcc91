import { type Node, nodesOf, optionLists } from "#core/workflows/plan.ts";
import type { Step } from "#core/workflows/step.ts";
import { namedSteps } from "#core/workflows/values.ts";

const MAX_STEPS = 100;

/** Faults of a definition that its schema cannot express, as phrases for messages; empty when it can run. */
export function definitionFaults(definition: { readonly steps: readonly Step[] }): string[] {
  const lists = listsOf(definition.steps);
  const ids = lists.flat().map(({ id }) => id);
  if (ids.length > MAX_STEPS) return [`has ${ids.length} steps; at most ${MAX_STEPS} are allowed`];
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) return twice.map((id) => `has two steps named ${id}`);
  const faults = lists.flatMap(dependencyFaults);
  return faults.length > 0 ? faults : referenceFaults(nodesOf(definition.steps));
}

function listsOf(steps: readonly Step[]): (readonly Step[])[] {
  const inner = steps.flatMap((step) => {
    if (step.kind === "parallel") return step.branches.flatMap(listsOf);
    return step.kind === "choice" ? optionLists(step).flatMap(listsOf) : [];
  });
  return [steps, ...inner];
}

/** Steps may depend only on other steps of the same list, without cycles. */
function dependencyFaults(list: readonly Step[]): string[] {
  const unknown = list.flatMap(({ id, depends_on = [] }) =>
    depends_on
      .filter((other) => other === id || !list.some((step) => step.id === other))
      .map((other) => `step ${id} depends on ${other}, which is not another step of its list`),
  );
  if (unknown.length > 0) return unknown;
  const left = new Map(
    list.map(({ id, depends_on }, index) => [
      id,
      depends_on ?? list.slice(Math.max(0, index - 1), index).map((step) => step.id),
    ]),
  );
  for (;;) {
    const free = [...left].find(([, needs]) => needs.every((need) => !left.has(need)));
    if (!free) break;
    left.delete(free[0]);
  }
  return left.size === 0 ? [] : [`steps ${[...left.keys()].join(", ")} depend on each other in a cycle`];
}

/** A step may use only results of steps that are always completed, not skipped by a choice, before it starts. */
function referenceFaults(nodes: readonly Node[]): string[] {
  const byId = new Map(nodes.map((node) => [node.step.id, node]));
  return nodes.flatMap((node) => {
    const before = ancestors(node, byId);
    const unknown = namedIn(node.step).filter((name) => !isKnown(byId.get(name), node, before));
    return [...unknown, ...(namesItself(node.step) ? [node.step.id] : [])].map(
      (name) => `step ${node.step.id} uses the result of ${name}, which may not exist when it starts`,
    );
  });
}

function isKnown(named: Node | undefined, { step, options }: Node, before: ReadonlySet<string>): boolean {
  if (!named || named.step.kind === "choice" || named.step.kind === "parallel") return false;
  const isReached = named.options.every(({ choice, option }) =>
    options.some((own) => own.choice === choice && own.option === option),
  );
  // A compensation may use the result of the step that it undoes.
  return isReached && (before.has(named.step.id) || named.step.id === step.id);
}

function ancestors(node: Node, byId: ReadonlyMap<string, Node>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const need of byId.get(id)?.needs ?? []) visit(need);
  };
  for (const need of node.needs) visit(need);
  return found;
}

/** The ids of the steps whose results this step uses, without those that its inner steps use. */
function namedIn(step: Step): string[] {
  if (step.kind === "parallel") return [];
  if (step.kind === "choice") return step.options.flatMap(({ when }) => namedSteps(when));
  return namedSteps(step);
}

/** Whether a step uses its own result outside its compensation. */
function namesItself(step: Step): boolean {
  if (step.kind === "parallel" || step.kind === "choice") return false;
  const { compensate: _, ...own } = step as { compensate?: unknown };
  return namedSteps(own).includes(step.id);
}
