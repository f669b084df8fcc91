import type { Dialect, JsonSchema } from "#core/model/dialects.ts";

/** Descriptions of assertions in words. */
const WORDS: Readonly<Record<string, (value: unknown) => string>> = {
  minLength: (value) => `at least ${value} characters`,
  maxLength: (value) => `at most ${value} characters`,
  pattern: (value) => `must match the regular expression ${value}`,
  format: (value) => `format ${value}`,
  minimum: (value) => `at least ${value}`,
  maximum: (value) => `at most ${value}`,
  exclusiveMinimum: (value) => `more than ${value}`,
  exclusiveMaximum: (value) => `less than ${value}`,
  multipleOf: (value) => `a multiple of ${value}`,
  minItems: (value) => `at least ${value} items`,
  maxItems: (value) => `at most ${value} items`,
  uniqueItems: () => "no item twice",
  minProperties: (value) => `at least ${value} members`,
  maxProperties: (value) => `at most ${value} members`,
};
/** The limits that zod adds to every integer, which are not worth describing. */
const SAFE = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

/** Thrown and caught only in this file. */
class Inexpressible extends Error {}

/**
 * Translates a schema into a dialect. Null when the dialect cannot express it: arbitrary member names, recursion,
 * values of any type, tuples, too many optional members or unions. Every value that matches the schema also matches the
 * translated one, except for additional members of open objects.
 */
export function translate(schema: JsonSchema, dialect: Dialect): JsonSchema | null {
  try {
    const translated = node(schema, {
      dialect,
      definitions: (schema.$defs ?? {}) as Definitions,
      within: [],
    });
    return fits(translated, dialect) ? translated : null;
  } catch (error) {
    if (error instanceof Inexpressible) return null;
    throw error;
  }
}

type Definitions = Readonly<Record<string, JsonSchema>>;
interface Context {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  /** References that are being resolved, to detect recursion. */
  readonly within: readonly string[];
}

function node(schema: JsonSchema, context: Context): JsonSchema {
  if (typeof schema.$ref === "string") return referenced(schema, schema.$ref, context);
  const union = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(union))
    return { ...described(schema, []), anyOf: union.map((each: JsonSchema) => node(each, context)) };
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? typesOfValues(schema)].flat();
  if (types.length > 1)
    return { ...described(schema, []), anyOf: types.map((type) => node(only(schema, type), context)) };
  const [type] = types;
  if (typeof type !== "string") throw new Inexpressible();
  if (type === "object") return object(schema, context);
  if (type === "array") return list(schema, context);
  return { type, ...kept(schema, context.dialect) };
}

/** Replaces a reference by its definition. */
function referenced(schema: JsonSchema, reference: string, context: Context): JsonSchema {
  const definition = context.definitions[reference.replace(/^#\/\$defs\//, "")];
  if (!definition || context.within.includes(reference)) throw new Inexpressible();
  const { $ref: _, ...siblings } = schema;
  return node({ ...definition, ...siblings }, { ...context, within: [...context.within, reference] });
}

function object(schema: JsonSchema, context: Context): JsonSchema {
  const open = schema.additionalProperties;
  const takesAnyName = typeof open === "object" && open !== null && Object.keys(open).length > 0;
  if (takesAnyName || schema.patternProperties || !schema.properties) throw new Inexpressible();
  const properties = Object.entries(schema.properties as Record<string, JsonSchema>);
  return {
    type: "object",
    ...kept(schema, context.dialect),
    properties: Object.fromEntries(properties.map(([name, member]) => [name, node(member, context)])),
    required: schema.required ?? [],
    additionalProperties: false,
  };
}

function list(schema: JsonSchema, context: Context): JsonSchema {
  if (schema.prefixItems || typeof schema.items !== "object" || schema.items === null)
    throw new Inexpressible();
  return {
    type: "array",
    ...kept(schema, context.dialect),
    items: node(schema.items as JsonSchema, context),
  };
}

/** The assertions that the dialect accepts, and a description with the others. */
function kept(schema: JsonSchema, dialect: Dialect): JsonSchema {
  const isSent = (name: string, value: unknown): boolean =>
    dialect.keeps.includes(name) ||
    (name === "format" && dialect.formats.includes(String(value))) ||
    (name === "minItems" && Number(value) <= dialect.min_items);
  const sent = Object.entries(schema).filter(([name, value]) => isSent(name, value));
  const said = Object.entries(schema).filter(
    ([name, value]) => Object.hasOwn(WORDS, name) && !isSent(name, value) && !SAFE.includes(value as number),
  );
  return { ...described(schema, said), ...Object.fromEntries(sent) };
}

function described({ description }: JsonSchema, said: readonly (readonly [string, unknown])[]): JsonSchema {
  const words = said.map(([name, value]) => WORDS[name]?.(value)).join(", ");
  const text = [description, words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`]
    .filter(Boolean)
    .join(" ");
  return text === "" ? {} : { description: text };
}

/** The types of the values of an `enum` or `const`. */
function typesOfValues(schema: JsonSchema): string[] {
  const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  return [...new Set(values.map(typeOf))];
}

/** The schema restricted to one of its types. */
function only(schema: JsonSchema, type: string): JsonSchema {
  const { description: _, ...rest } = schema;
  return Array.isArray(schema.enum)
    ? { ...rest, type, enum: schema.enum.filter((value) => typeOf(value) === type) }
    : { ...rest, type };
}

function typeOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

/** Whether the whole schema is within the dialect's limits. */
function fits(schema: JsonSchema, dialect: Dialect): boolean {
  const count = { optional: 0, unions: 0 };
  const visit = (each: JsonSchema): void => {
    const members = (each.properties ?? {}) as Record<string, JsonSchema>;
    const union = (each.anyOf ?? []) as JsonSchema[];
    count.optional += Object.keys(members).length - ((each.required as unknown[] | undefined)?.length ?? 0);
    if (union.length > 0) count.unions++;
    for (const child of [...Object.values(members), ...union]) visit(child);
    if (each.items) visit(each.items as JsonSchema);
  };
  visit(schema);
  return count.optional <= dialect.optional && count.unions <= dialect.unions;
}
