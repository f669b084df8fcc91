import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { MAX_FEATURES } from "#core/factory/plan/plan.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Specification } from "#core/factory/specification/specification.ts";

interface Feature {
  readonly id: string;
  readonly title: string;
  readonly included: true;
}

/**
 * What an app can do, as the features of its plan, in the language of the app: its kinds of records, its views, its
 * behaviours; at most 24. The identifiers are those of the English titles, so that they are the same in every language.
 */
export function featuresOf(specification: Specification): Feature[] {
  const ids = new Set<string>();
  const english = titlesOf({ ...specification, locale: "en" });
  const titled = titlesOf(specification).map((title, index) => [english[index] ?? title, title] as const);
  return [...new Map(titled)].slice(0, MAX_FEATURES).map(([name, title]) => {
    const id = partIdOf(name, "feature", ids);
    ids.add(id);
    return { id, title, included: true };
  });
}

function titlesOf(specification: Specification): string[] {
  const { entities, views, behaviours, look, locale } = specification;
  return [
    ...entities.map(({ plural }) => planText("titleRecords", locale, { plural })),
    ...views
      .filter(({ kind }) => kind !== "detail")
      .map(({ name, kind }) => viewTitle(name, planText(kind, locale))),
    ...behaviours.map((behaviour) => behaviourModule(behaviour).title(behaviour, specification)),
    ...(look.scheme === "both" ? [planText("titleTheme", locale)] : []),
    planText("titleKept", locale),
  ];
}

/** The name of a view with its kind, unless the name says it: "Calendar", "Chart by date", "Plants (list)". */
function viewTitle(name: string, kind: string): string {
  return name.toLowerCase().includes(kind.toLowerCase()) ? name : `${name} (${kind})`;
}
