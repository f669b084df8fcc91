import type { Plan } from "#core/factory/plan/plan.ts";
import type { Blueprint } from "#local/brain/blueprint.ts";
import { valuesOf } from "#local/brain/recognise/settings.ts";

/** A confirmed plan of a blueprint with these features. */
export function planFor(blueprint: Blueprint, on: readonly string[], more: Partial<Plan> = {}): Plan {
  const title = more.title ?? blueprint.title;
  return {
    title,
    summary: blueprint.summary,
    kind: blueprint.kind,
    project_name: "an-app",
    stack: blueprint.stack,
    features: blueprint.features.map(({ id, title }) => ({ id, title, included: on.includes(id) })),
    acceptance: blueprint
      .acceptance((id) => on.includes(id), title, valuesOf(blueprint, new Map()))
      .map(({ name }) => name),
    questions: [],
    deploy: true,
    publish: true,
    request: ["Build it"],
    design_image: null,
    ...more,
  };
}
