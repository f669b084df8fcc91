/**
 * The JSON Schemas that Claude's structured output supports, with its messages for unsupported ones, as
 * observed in 2026.
 */

type Node = Readonly<Record<string, unknown>>;

const UNSUPPORTED: Readonly<Record<string, readonly string[]>> = {
  object: ["maxProperties", "minProperties", "patternProperties", "propertyNames"],
  array: ["contains", "maxContains", "maxItems", "minContains", "prefixItems", "uniqueItems"],
  string: ["maxLength", "minLength", "pattern"],
  number: ["exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"],
  integer: ["exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"],
  boolean: [],
  null: [],
};
const UNSUPPORTED_TYPES = ["oneOf", "not", "if"];
const TYPE_KEYWORDS = ["type", "anyOf", "allOf", "$ref", "enum", "const"];

const MAX_OPTIONAL = 24;
const MAX_UNIONS = 16;

/** Returns the reason why the schemas of one request cannot be compiled together, or undefined. */
export function schemaFault(schemas: readonly unknown[]): string | undefined {
  const nodes = schemas.flatMap((schema) => [...nodesOf(schema)]);
  for (const node of nodes) {
    const fault = nodeFault(node);
    if (fault) return fault;
  }
  return referenceFault(schemas) ?? limitFault(nodes);
}

/** Yields a schema and all its subschemas. */
function* nodesOf(schema: unknown): Generator<Node> {
  if (!isNode(schema)) return;
  yield schema;
  for (const group of ["properties", "$defs", "definitions", "patternProperties"])
    if (isNode(schema[group])) for (const child of Object.values(schema[group])) yield* nodesOf(child);
  for (const list of ["anyOf", "allOf", "oneOf", "prefixItems"])
    if (Array.isArray(schema[list])) for (const child of schema[list]) yield* nodesOf(child);
  for (const single of ["items", "not", "additionalProperties", "contains"]) yield* nodesOf(schema[single]);
}

function nodeFault(node: Node): string | undefined {
  const unsupported = UNSUPPORTED_TYPES.find((keyword) => keyword in node);
  if (unsupported) return `Schema type '${unsupported}' is not supported`;
  if (!TYPE_KEYWORDS.some((keyword) => keyword in node))
    return "Schema must have a 'type', 'anyOf', 'oneOf', or 'allOf' field.";
  for (const type of [node.type ?? []].flat()) {
    const fault = typeFault(String(type), node);
    if (fault) return fault;
  }
  return undefined;
}

function typeFault(type: string, node: Node): string | undefined {
  const keywords = UNSUPPORTED[type];
  if (!keywords) return `Invalid type: ${type}`;
  const found = keywords.filter((keyword) => keyword in node);
  if (found.length === 1) return `For '${type}' type, property '${found[0]}' is not supported`;
  if (found.length > 1) return `For '${type}' type, properties ${found.join(", ")} are not supported`;
  if (type === "array" && node.minItems !== undefined && node.minItems !== 0 && node.minItems !== 1)
    return "For 'array' type, 'minItems' values other than 0 or 1 are not supported";
  if (type === "object" && isNode(node.additionalProperties))
    return "For 'object' type, 'additionalProperties: object' is not supported. Please set 'additionalProperties' to false";
  if (type === "object" && (node.additionalProperties !== false || !isNode(node.properties)))
    return "For 'object' type, 'additionalProperties' must be explicitly set to false";
  return undefined;
}

/** References must stay within the schema and must not be circular. */
function referenceFault(schemas: readonly unknown[]): string | undefined {
  for (const schema of schemas) {
    const definitions = isNode(schema) ? (schema.$defs ?? schema.definitions) : undefined;
    const names = new Map<string, readonly string[]>();
    for (const node of nodesOf(schema)) {
      if (typeof node.$ref !== "string") continue;
      const name = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(node.$ref)?.[1];
      if (name === undefined && node.$ref === "#")
        return "Circular reference detected in schema definitions: # -> #";
      if (name === undefined || !isNode(definitions) || !(name in definitions))
        return `External or unknown reference '${node.$ref}' is not supported`;
    }
    if (!isNode(definitions)) continue;
    for (const [name, definition] of Object.entries(definitions)) names.set(name, targetsOf(definition));
    const circle = [...names.keys()].map((name) => circleFrom(name, names)).find((path) => path);
    if (circle) return `Circular reference detected in schema definitions: ${circle.join(" -> ")}`;
  }
  return undefined;
}

function targetsOf(schema: unknown): string[] {
  return [...nodesOf(schema)].flatMap(({ $ref }) =>
    typeof $ref === "string" ? ($ref.split("/").at(-1) ?? []) : [],
  );
}

function circleFrom(
  start: string,
  targets: ReadonlyMap<string, readonly string[]>,
  path: readonly string[] = [start],
): readonly string[] | undefined {
  for (const next of targets.get(path.at(-1) ?? start) ?? []) {
    if (next === start) return [...path, next];
    if (path.includes(next)) continue;
    const found = circleFrom(start, targets, [...path, next]);
    if (found) return found;
  }
  return undefined;
}

function limitFault(nodes: readonly Node[]): string | undefined {
  const optional = nodes.reduce((sum, { properties, required }) => {
    const needed = Array.isArray(required) ? required : [];
    return sum + Object.keys(properties ?? {}).filter((name) => !needed.includes(name)).length;
  }, 0);
  if (optional > MAX_OPTIONAL)
    return `Schemas contains too many optional parameters (${optional}), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: ${MAX_OPTIONAL}).`;
  const unions = nodes.filter(({ type, anyOf }) => Array.isArray(type) || anyOf !== undefined).length;
  if (unions > MAX_UNIONS)
    return `Schemas contains too many parameters with union types (${unions} parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: ${MAX_UNIONS} parameters with unions).`;
  return undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
