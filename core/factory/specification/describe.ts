import type { Behaviour } from "./behaviour.ts";
import type { Field } from "./field.ts";
import type { Planned } from "./planned.ts";
import type { Entity, Specification } from "./specification.ts";

/** A field in words: `Place (choice: Inside, Outside)`. The type `text` is not stated. */
export function describeField({ name, type, required, options, unit, reference }: Field, all: Specification) {
  const target = all.entities.find(({ id }) => id === reference?.entity);
  const kind = target ? `→ ${reference?.many ? target.plural : target.name}` : words(type);
  const details = [
    ...(type === "text"
      ? []
      : [`${kind}${options ? `: ${options.map((each) => each.name).join(", ")}` : ""}`]),
    ...(unit ? [unit] : []),
    ...(required ? ["required"] : []),
  ];
  return details.length === 0 ? name : `${name} (${details.join("; ")})`;
}

/** A behaviour in words: `search in Plants`. */
export function describeBehaviour(behaviour: Behaviour, { entities }: Specification): string {
  const entity = "entity" in behaviour ? entities.find(({ id }) => id === behaviour.entity) : undefined;
  return `${words(behaviour.kind)}${entity && entities.length > 1 ? ` in ${entity.plural}` : ""}`;
}

/** The names of what concerns the whole app or site. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ["name", "the title"],
  ["locale", "the language"],
  ["currency", "the currency"],
  ["look.accent", "the accent color"],
  ["look.background", "the background color"],
  ["look.density", "the spacing"],
  ["look.scheme", "light and dark mode"],
  ["trade", "what the site is about"],
  ["facts.phone", "the phone number"],
  ["facts.email", "the e-mail address"],
  ["facts.address", "the address"],
  ["facts.place", "the place"],
]);

/**
 * The name of a part that a ledger refers to: `Plants: Photo` for `entities.plant.photo`, `Calendar` for
 * `views.calendar`, `search` for `behaviours.search`, `the title` for `name`, `left out` for `absent.tags`. Undefined for a path that leads to no part.
 */
export function partName(path: string, specification: Planned): string | undefined {
  const [parts, id = "", field] = path.split(".");
  if (parts === "absent") return "left out";
  if (specification.kind === "site")
    return parts === "sections"
      ? specification.sections.find((each) => each.id === id)?.title
      : WHOLE.get(path);
  if (parts === "entities")
    return entityPart(
      specification.entities.find((each) => each.id === id),
      field,
    );
  if (parts === "views") return specification.views.find((each) => each.id === id)?.name;
  if (parts === "custom") return specification.custom?.find((each) => each.id === id)?.name;
  if (parts === "behaviours")
    return specification.behaviours.some(({ kind }) => kind === id) ? words(id) : undefined;
  return WHOLE.get(path);
}

function entityPart(entity: Entity | undefined, id: string | undefined): string | undefined {
  if (!entity || id === undefined) return entity?.plural;
  const field = entity.fields.find((each) => each.id === id);
  return field && `${entity.plural}: ${field.name}`;
}

/** An identifier of the schema as words: `low stock`. */
const words = (id: string): string => id.replaceAll("_", " ");
