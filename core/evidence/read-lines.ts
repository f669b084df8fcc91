import type { z } from "zod";
import { Refusal } from "#core/evidence/verdict.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

/**
 * The values of a file with one canonical JSON value per line. Other forms are refused, because a duplicate key or
 * another spelling could be read in two ways. `what` names a value in messages. Throws Refusal (LINE_UNREADABLE).
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
