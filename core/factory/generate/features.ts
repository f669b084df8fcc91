import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { MAX_FEATURES } from "#core/factory/plan/plan.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Specification } from "#core/factory/specification/specification.ts";

interface Feature {
  readonly id: string;
  readonly title: string;
  readonly included: true;
}

/** What an app can do, as the features of its plan: its kinds of records, its views, its behaviours; at most 24. */
export function featuresOf(specification: Specification): Feature[] {
  const { entities, views, behaviours, look } = specification;
  const titles = [
    ...entities.map(({ plural }) => `${plural}: add, edit, delete and undo`),
    ...views.filter(({ kind }) => kind !== "detail").map(({ name, kind }) => `${name} (${kind})`),
    ...behaviours.map((behaviour) => behaviourModule(behaviour).title(behaviour, specification)),
    ...(look.scheme === "both" ? ["Light and dark mode"] : []),
    "Records stay in the browser, shared by its tabs",
  ];
  const ids = new Set<string>();
  return [...new Set(titles)].slice(0, MAX_FEATURES).map((title) => {
    const id = partIdOf(title, "feature", ids);
    ids.add(id);
    return { id, title, included: true };
  });
}
