import type { z } from "zod";
import { checkExpressions } from "./check-expressions.ts";
import { checkGraph } from "./check-graph.ts";
import { type Definition, definitionSchema } from "./definition.ts";
import { type Diagnostic, problem } from "./diagnostic.ts";

export type Parsed = { definition: Definition } | { diagnostics: [Diagnostic, ...Diagnostic[]] };

/**
 * Parses the JSON text of a machine. Everything that is not supported exactly as written is a diagnostic with
 * its path.
 */
export function parseDefinition(text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { diagnostics: [problem("/", (error as Error).message, "INVALID_JSON_DESCRIPTION")] };
  }
  const parsed = definitionSchema.safeParse(json);
  const found = parsed.success
    ? [...checkGraph(parsed.data), ...checkExpressions(parsed.data)]
    : parsed.error.issues.flatMap((issue) => describe(issue));
  const [first, ...others] = found;
  if (first) return { diagnostics: [first, ...others] };
  return { definition: parsed.data as Definition };
}

function describe(issue: z.core.$ZodIssue): Diagnostic[] {
  const location = `/${issue.path.join("/")}`;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      problem(`/${[...issue.path, key].join("/")}`, `Field '${key}' is not supported`),
    );
  if (issue.code !== "invalid_union") return [problem(location, issue.message)];
  if (issue.path.at(-1) === "Type") return [problem(location, "must be a supported state type")];
  const reasons = issue.errors.flatMap((branch) => branch.map((nested) => nested.message));
  return [problem(location, [...new Set(reasons)].join(" or ") || issue.message)];
}
