import { RESERVED_IDS } from "./names.ts";

type Parts = readonly { readonly id: string }[];

/** Identifiers that occur twice among parts, or that the generated code reserves. */
export function idFaults(place: string, parts: Parts): string[] {
  return [
    ...duplicateFaults(place, parts),
    ...parts.filter(({ id }) => RESERVED_IDS.has(id)).map(({ id }) => `${place}: '${id}' is reserved.`),
  ];
}

/** Identifiers that occur twice among parts. */
export function duplicateFaults(place: string, parts: Parts): string[] {
  const seen = new Set<string>();
  return parts.flatMap(({ id }) => {
    if (seen.has(id)) return [`${place}: '${id}' is a duplicate.`];
    seen.add(id);
    return [];
  });
}
