import { canonicalJson } from "#core/kernel/canonical.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Custom } from "./custom.ts";
import type { Site } from "./site.ts";
import type { Entity, Specification } from "./specification.ts";
import type { View } from "./view.ts";

/** A part of an app that can be left out. */
export type AppPart =
  | { readonly of: "entities"; readonly id: string }
  | { readonly of: "views"; readonly id: string }
  | { readonly of: "behaviours"; readonly behaviour: Behaviour }
  | { readonly of: "scheme" };

/**
 * An app without some of its parts, and without what cannot be there without them: the views, behaviours and pages of an
 * entity, and the fields that refer to it. The result can have faults, where another part depends on one of those.
 */
export function withoutParts(specification: Specification, parts: readonly AppPart[]): Specification {
  return parts.reduce(withoutPart, specification);
}

/** Whether an app has a part. */
export function hasPart({ entities, views, behaviours, look }: Specification, part: AppPart): boolean {
  switch (part.of) {
    case "scheme":
      return look.scheme === "both";
    case "behaviours":
      return behaviours.some((each) => isSame(each, part.behaviour));
    default:
      return (part.of === "views" ? views : entities).some(({ id }) => id === part.id);
  }
}

function withoutPart(specification: Specification, part: AppPart): Specification {
  const { look, views, behaviours } = specification;
  switch (part.of) {
    case "scheme":
      return { ...specification, look: { ...look, scheme: "light" } };
    case "views":
      return { ...specification, views: views.filter(({ id }) => id !== part.id) };
    case "behaviours":
      return { ...specification, behaviours: behaviours.filter((each) => !isSame(each, part.behaviour)) };
    case "entities":
      return withoutEntity(specification, part.id);
  }
}

/** Whether two behaviours are the same one, which may have lost fields with another part. */
function isSame(one: Behaviour, other: Behaviour): boolean {
  const identity = (behaviour: Behaviour) => canonicalJson({ ...behaviour, fields: null });
  return identity(one) === identity(other);
}

function withoutEntity(specification: Specification, id: string): Specification {
  const { custom, ...rest } = specification;
  const isOfOthers = (part: View | Behaviour | Custom) => !("entity" in part) || part.entity !== id;
  const lost = new Map(rest.entities.map((entity) => [entity.id, new Set(fieldsAbout(entity, id))] as const));
  const kept = <P extends View | Behaviour>(part: P) =>
    "entity" in part ? withoutFields(part, lost.get(part.entity)) : [part];
  const pages = custom?.filter(isOfOthers) ?? [];
  return {
    ...rest,
    entities: rest.entities
      .filter((entity) => entity.id !== id)
      .map((entity) => ({
        ...entity,
        fields: entity.fields.filter((field) => !lost.get(entity.id)?.has(field.id)),
      })),
    views: rest.views.filter(isOfOthers).flatMap(kept),
    behaviours: rest.behaviours.filter(isOfOthers).flatMap(kept),
    ...(pages.length > 0 && { custom: pages }),
  };
}

/** The fields of an entity that refer to another one, or compute something of its records. */
function fieldsAbout({ fields }: Entity, other: string): string[] {
  return fields
    .filter(
      ({ reference, formula }) =>
        reference?.entity === other || (formula && "entity" in formula && formula.entity === other),
    )
    .map(({ id }) => id);
}

/** A part without the fields that are gone; none if it shows no other. */
function withoutFields<P extends View | Behaviour>(part: P, lost: ReadonlySet<string> | undefined): P[] {
  if (!lost || lost.size === 0 || !("fields" in part)) return [part];
  const fields = part.fields.filter((field) => !lost.has(field));
  const sums = "sums" in part ? { sums: part.sums.filter((field) => !lost.has(field)) } : {};
  return fields.length === 0 ? [] : [{ ...part, fields, ...sums }];
}

/** A site without some of its sections. A button that led to one of them is gone. */
export function withoutSections(site: Site, ids: ReadonlySet<string>): Site {
  return {
    ...site,
    sections: site.sections
      .filter(({ id }) => !ids.has(id))
      .map((section) =>
        section.kind === "hero" && section.action !== null && ids.has(section.action)
          ? { ...section, action: null }
          : section,
      ),
  };
}
