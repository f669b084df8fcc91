import { behaviourModule } from "#core/factory/generate/behaviours/behaviours.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { MAX_FEATURES } from "#core/factory/plan/plan.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { AppPart } from "#core/factory/specification/without-parts.ts";

interface Feature {
  readonly id: string;
  readonly title: string;
  readonly included: true;
}

/** A feature of an app, with the parts of its specification that it consists of; none for what every app does. */
export interface FeatureParts extends Feature {
  readonly parts: readonly AppPart[];
}

/**
 * What an app can do, as the features of its plan, in the language of the app: its kinds of records, its views, its
 * behaviours; at most 40. The identifiers are those of the English titles, so that they are the same in every language.
 */
export function featuresOf(specification: Specification): Feature[] {
  return featurePartsOf(specification).map(({ id, title, included }) => ({ id, title, included }));
}

/** The features of an app with their parts. Parts with the same English title are one feature. */
export function featurePartsOf(specification: Specification): FeatureParts[] {
  const ids = new Set<string>();
  const english = titlesOf({ ...specification, locale: "en" });
  const features = new Map<string, { title: string; parts: AppPart[] }>();
  for (const [index, { title, part }] of titlesOf(specification).entries()) {
    const name = english[index]?.title ?? title;
    const parts = [...(features.get(name)?.parts ?? []), ...(part ? [part] : [])];
    features.set(name, { title, parts });
  }
  return [...features].slice(0, MAX_FEATURES).map(([name, { title, parts }]) => {
    const id = partIdOf(name, "feature", ids);
    ids.add(id);
    return { id, title, included: true, parts };
  });
}

interface Titled {
  readonly title: string;
  readonly part?: AppPart;
}

function titlesOf(specification: Specification): Titled[] {
  const { entities, views, behaviours, look, locale } = specification;
  return [
    ...entities.map(({ id, plural }) => ({
      title: planText("titleRecords", locale, { plural }),
      part: { of: "entities", id } as const,
    })),
    ...views
      .filter(({ kind }) => kind !== "detail")
      .map(({ id, name, kind }) => ({
        title: viewTitle(name, planText(kind, locale)),
        part: { of: "views", id } as const,
      })),
    ...behaviours.map((behaviour) => ({
      title: behaviourModule(behaviour).title(behaviour, specification),
      part: { of: "behaviours", behaviour } as const,
    })),
    ...(look.scheme === "both"
      ? [{ title: planText("titleTheme", locale), part: { of: "scheme" } as const }]
      : []),
    { title: planText("titleKept", locale) },
  ];
}

/** The name of a view with its kind, unless the name says it: "Calendar", "Chart by date", "Plants (list)". */
function viewTitle(name: string, kind: string): string {
  return name.toLowerCase().includes(kind.toLowerCase()) ? name : `${name} (${kind})`;
}
