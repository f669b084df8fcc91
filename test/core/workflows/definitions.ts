import type { StepsDefinition } from "#core/workflows/definition.ts";
import type { Step } from "#core/workflows/step.ts";
import { fc } from "#test/support/property.ts";

export const definition = (steps: readonly Step[]): StepsDefinition => ({
  id: "test.workflow",
  version: "1",
  title: "A test",
  machine: "workflow",
  input: [],
  active_seconds: 86_400,
  steps,
});

export const tool = (id: string, more: Partial<Extract<Step, { kind: "tool" }>> = {}): Step => ({
  kind: "tool",
  id,
  title: id,
  tool: "deploy.production",
  args: {},
  ...more,
});

export const directive = (id: string, more: Partial<Extract<Step, { kind: "directive" }>> = {}): Step => ({
  kind: "directive",
  id,
  title: id,
  tool: "deploy.promote",
  args: {},
  compensate: { tool: "deploy.promote", args: {} },
  ...more,
});

export const gate = (id: string): Step => ({
  kind: "gate",
  id,
  title: id,
  approvers: ["owner"],
  expires_seconds: 3600,
  justification: "words",
  devices: "refused",
  overridable: false,
  show: {},
});

/** Definitions of every shape: lists, branches and options within each other, with dependencies on earlier steps. */
export function definitions(): fc.Arbitrary<StepsDefinition> {
  return fc
    .array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 })
    .map((numbers) => definition(listOf(numbers, 0, counter())));
}

function counter(): () => string {
  let count = 0;
  return () => `s${++count}`;
}

function listOf(numbers: number[], depth: number, id: () => string): Step[] {
  const draw = (below: number) => {
    const drawn = numbers.shift() as number;
    numbers.push(drawn);
    return drawn % below;
  };
  const steps: Step[] = [];
  for (let left = 1 + draw(3); left > 0; left--) {
    const step = stepOf(draw(depth > 1 ? 5 : 7), id(), () => listOf(numbers, depth + 1, id));
    const earlier = steps.map((other) => other.id).filter(() => draw(3) === 0);
    steps.push(draw(2) === 0 ? step : { ...step, depends_on: earlier });
  }
  return steps;
}

function stepOf(kind: number, id: string, list: () => Step[]): Step {
  switch (kind) {
    case 0:
      return tool(id, { retry: { attempts: 2, seconds: 5 } });
    case 1:
      return tool(id);
    case 2:
      return directive(id);
    case 3:
      return gate(id);
    case 4:
      return { kind: "wait", id, title: id, seconds: 60 };
    case 5:
      return { kind: "parallel", id, title: id, branches: [list(), list()] };
    default:
      return {
        kind: "choice",
        id,
        title: id,
        options: [{ when: { equals: [{ from: "input.flag" }, true] }, steps: list() }],
        otherwise: { steps: list() },
      };
  }
}
