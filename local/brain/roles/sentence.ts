import type { Locale } from "#core/factory/specification/specification.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";

/** Joins items with commas and, before the last one, "and". */
export function listed(items: readonly string[], locale: Locale): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} ${SPEECH[locale].and} ${items.at(-1)}`;
}

/** A name without accents, from which a project is named. */
export function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss");
}
