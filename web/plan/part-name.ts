import type { Specification } from "#sdk/typescript/api.ts";

/** The names of what concerns the whole app. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ["name", "the title"],
  ["locale", "the language"],
  ["currency", "the currency"],
  ["look.accent", "the accent color"],
  ["look.background", "the background color"],
  ["look.density", "the spacing"],
  ["look.scheme", "light and dark mode"],
  ["look.theme", "the look"],
  ["trade", "what the site is about"],
  ["facts.phone", "the phone number"],
  ["facts.email", "the e-mail address"],
  ["facts.address", "the address"],
  ["facts.place", "the place"],
]);

interface Named {
  readonly id: string;
}

/** The name of a part of a specification: `Plants: Photo` for `entities.plant.photo`. Undefined for an unknown part. */
export function partName(path: string | null, specification: Specification | undefined): string | undefined {
  if (path === null) return undefined;
  const [parts, id, field] = path.split(".");
  const find = <T extends Named>(list: readonly T[] | undefined) => list?.find((each) => each.id === id);
  if (parts === "absent") return "left out";
  if (specification?.kind === "site")
    return parts === "sections"
      ? find(specification.sections as readonly (Named & { title: string })[])?.title
      : WHOLE.get(path);
  if (parts === "views") return find(specification?.views)?.name;
  if (parts === "custom") return find(specification?.custom)?.name;
  if (parts === "behaviours")
    return specification?.behaviours.some(({ kind }) => kind === id) ? inWords(id) : undefined;
  if (parts !== "entities") return WHOLE.get(path);
  const entity = find(specification?.entities);
  if (!entity || field === undefined) return entity?.plural;
  const named = entity.fields.find((each) => each.id === field);
  return named && `${entity.plural}: ${named.name}`;
}

/** An identifier of the schema as words: `low stock`. */
export function inWords(id: string | undefined): string {
  return (id ?? "").replaceAll("_", " ");
}
