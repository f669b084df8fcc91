import type { Schema } from "#lib/openapi.ts";

/** Keywords that mean the same in both drafts. All others but those below say nothing that can be checked. */
const SAME = [
  "type",
  "enum",
  "required",
  "additionalProperties",
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "uniqueItems",
] as const;
const LISTS = ["anyOf", "allOf", "oneOf"] as const;
const REFERENCE = "#/components/schemas/";

/**
 * A schema of draft 2020-12 in the words of draft 04, the only one API Gateway's models know. References are
 * replaced by what they name; a keyword that is not known here is left out, so what passes is never less than
 * what the function itself takes.
 */
export function toDraft4(schema: Schema, named: Readonly<Record<string, Schema>>): Schema {
  const { $ref } = schema;
  if (typeof $ref === "string") return toDraft4(lookUp($ref, named), named);
  const convert = (each: unknown) => toDraft4(each as Schema, named);
  const result: Record<string, unknown> = {};
  for (const keyword of SAME)
    if (typeof schema[keyword] !== "undefined") result[keyword] = copy(schema[keyword], convert);
  if ("const" in schema) result.enum = [schema.const];
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const)
    if (typeof schema[exclusive] === "number")
      Object.assign(result, { [limit]: schema[exclusive], [exclusive]: true });
  for (const keyword of LISTS)
    if (Array.isArray(schema[keyword])) result[keyword] = schema[keyword].map(convert);
  if (schema.items !== undefined) result.items = convert(schema.items);
  if (schema.properties !== undefined)
    result.properties = Object.fromEntries(
      Object.entries(schema.properties as Record<string, Schema>).map(([name, each]) => [
        name,
        convert(each),
      ]),
    );
  return result;
}

/** `additionalProperties` may be a schema, too. */
function copy(value: unknown, convert: (schema: unknown) => Schema): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? convert(value) : value;
}

function lookUp(reference: string, named: Readonly<Record<string, Schema>>): Schema {
  const found = named[reference.slice(REFERENCE.length)];
  if (!reference.startsWith(REFERENCE) || found === undefined)
    throw new TypeError(`openapi.json refers to ${reference}, which it does not hold`);
  return found;
}
