import { z } from "zod";
import { text } from "#core/kernel/text.ts";

/** Maximum length of an identifier in a specification. */
const MAX_ID = 40;

/**
 * Identifier of a part of a specification. It is derived from the first name of the part and stays when the part is
 * renamed; it names files, stored fields and functions of the app.
 */
export const partIdSchema = z
  .string()
  .max(MAX_ID)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "must be snake_case");

/** A name that people read, in the language of the app. */
export const labelSchema = text().min(1).max(60);

/** Words that JavaScript or the generated code uses itself, which name no entity, field or view. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield
  app constructor id prototype record records`.split(/\s+/),
);

/**
 * Returns the identifier for a name: its ASCII letters and digits in snake_case, unique among `taken`. `fallback` is
 * used for a name without such characters.
 */
export function partIdOf(name: string, fallback: string, taken: ReadonlySet<string> = new Set()): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, MAX_ID - 4)
    .replace(/_+$/, "");
  const base = slug === "" ? fallback : RESERVED_IDS.has(slug) ? `${slug}_${fallback}` : slug;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}_${n}`;
    if (!taken.has(id)) return id;
  }
}
