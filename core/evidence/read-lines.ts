import type { z } from "zod";
import { Refusal } from "#core/evidence/verdict.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * The lines of a file of canonical JSON. Only the canonical form counts: it leaves no room for a duplicate key, another
 * spelling or a second meaning.
 */
export function readLines<T>(name: string, bytes: Uint8Array, schema: z.ZodType<T>, what: string): T[] {
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n");
  if (lines.pop() !== "") throw new Refusal("LINE_UNREADABLE", `${name} does not end with a line feed.`);
  return lines.map((line, index) => {
    const value = parseLine(line, schema);
    if (value === undefined)
      throw new Refusal("LINE_UNREADABLE", `line ${index + 1} of ${name} is not a canonical ${what}.`);
    return value;
  });
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T | undefined {
  try {
    const value = schema.parse(JSON.parse(line));
    return canonicalJson(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}
