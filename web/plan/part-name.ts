import type { Specification } from "#sdk/typescript/api.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";

interface Named {
  readonly id: string;
}

/** The name of a part of a specification: `Plants: Photo` for `entities.plant.photo`. Undefined for an unknown part. */
export function partName(
  names: Words["parts"],
  path: string | null,
  specification: Specification | undefined,
): string | undefined {
  if (path === null) return undefined;
  const [parts, id, field] = path.split(".");
  const find = <T extends Named>(list: readonly T[] | undefined) => list?.find((each) => each.id === id);
  if (parts === "absent") return names.leftOut;
  if (specification?.kind === "site")
    return parts === "sections"
      ? find(specification.sections as readonly (Named & { title: string })[])?.title
      : wordFor(names.whole, path);
  if (parts === "views") return find(specification?.views)?.name;
  if (parts === "custom") return find(specification?.custom)?.name;
  if (parts === "behaviours")
    return specification?.behaviours.some(({ kind }) => kind === id)
      ? wordFor(names.behaviours, id ?? "")
      : undefined;
  if (parts !== "entities") return wordFor(names.whole, path);
  const entity = find(specification?.entities);
  if (!entity || field === undefined) return entity?.plural;
  const named = entity.fields.find((each) => each.id === field);
  return named && `${entity.plural}: ${named.name}`;
}
