import { featurePartsOf } from "#core/factory/generate/features.ts";
import { siteFeatureSections } from "#core/factory/generate/site/promises.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import { hasPart, withoutParts, withoutSections } from "#core/factory/specification/without-parts.ts";

/** A feature of a plan, as what it is in the specification. */
export interface PlannedFeature {
  readonly id: string;
  /** Whether the app is about it, so that it would be another one without. */
  readonly isKind: boolean;
  /** Whether it consists of parts, and does not belong to every app. */
  readonly hasParts: boolean;
  /** Whether a specification has it. */
  isIn(specification: Planned): boolean;
}

/** The features of a specification, in the order of the plan. */
export function plannedFeatures(specification: Planned): PlannedFeature[] {
  if (specification.kind === "site")
    return siteFeatureSections(specification).map(({ id, section }, index) => ({
      id,
      isKind: index === 0,
      hasParts: true,
      isIn: (other) => other.kind === "site" && other.sections.some((each) => each.id === section),
    }));
  const [first] = specification.entities;
  return featurePartsOf(specification).map(({ id, parts }) => ({
    id,
    isKind: parts.some((part) => part.of === "entities" && part.id === first?.id),
    hasParts: parts.length > 0,
    isIn: (other) =>
      other.kind === "app" && (parts.length === 0 || parts.some((part) => hasPart(other, part))),
  }));
}

/** Whether a feature can be left out as far as it itself is concerned. */
export const isRemovable = ({ isKind, hasParts }: PlannedFeature): boolean => hasParts && !isKind;

/** A specification without some of its features. It can have faults. */
export function withoutFeatures(specification: Planned, ids: ReadonlySet<string>): Planned {
  if (specification.kind === "site") {
    const sections = siteFeatureSections(specification).filter(({ id }) => ids.has(id));
    return withoutSections(specification, new Set(sections.map(({ section }) => section)));
  }
  const parts = featurePartsOf(specification)
    .filter(({ id }) => ids.has(id))
    .flatMap((feature) => feature.parts);
  return withoutParts(specification, parts);
}

/** The paths by which a ledger names the parts of a specification. */
export function pathsOf(specification: Planned): ReadonlySet<string> {
  if (specification.kind === "site")
    return new Set(specification.sections.flatMap(({ id, kind }) => [`sections.${id}`, `sections.${kind}`]));
  const { entities, views, behaviours, custom = [], look } = specification;
  return new Set([
    ...entities.flatMap(({ id, fields }) => [
      `entities.${id}`,
      ...fields.map((field) => `entities.${id}.${field.id}`),
    ]),
    ...views.map(({ id }) => `views.${id}`),
    ...behaviours.map(({ kind }) => `behaviours.${kind}`),
    ...custom.map(({ id }) => `custom.${id}`),
    ...(look.scheme === "both" ? ["look.scheme"] : []),
  ]);
}
