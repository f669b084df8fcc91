import type { Locale } from "#core/factory/specification/specification.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";

/** Joins items with commas and, before the last one, "and". */
export function listed(items: readonly string[], locale: Locale): string {
  const last = items.at(-1) ?? "";
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} ${andBefore(last, locale)} ${last}`;
}

/** Spanish "y" is "e" before the same sound, unless that begins a diphthong: "miembros e interacciones". */
function andBefore(word: string, locale: Locale): string {
  return locale === "es" && /^(i|hi(?![aeou]))/i.test(word) ? "e" : SPEECH[locale].and;
}

/** A name without accents, from which a project is named. */
export function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss");
}
