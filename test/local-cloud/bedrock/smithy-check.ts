import * as sdk from "@aws-sdk/client-bedrock-runtime";

/**
 * Checks a JSON value against a schema of the SDK's own model. The schemas are arrays: `[kind, namespace, name,
 * traits, …]`, where kind 1 is a list, 2 a map, 3 a structure and 4 a union; simple types are numbers.
 */
type Schema = any;

const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const UNION = 4;
const LIST_OF = 64;
const MAP_OF = 128;
const isHttpLabel = (traits: unknown) => traits === 1 || (traits as { httpLabel?: unknown })?.httpLabel === 1;

export function problemsOf(schemaName: string, value: unknown): string[] {
  return check((sdk as Record<string, Schema>)[schemaName], value, "$");
}

function check(reference: Schema, value: unknown, path: string): string[] {
  const schema = typeof reference === "function" ? reference() : reference;
  if (typeof schema === "number") return checkSimple(schema, value, path);
  if (typeof schema[1] !== "string") return check(schema[0], value, path);
  switch (schema[0]) {
    case LIST:
      return checkItems(schema[4], value, path);
    case MAP:
      return checkValues(schema[5], value, path);
    case STRUCTURE:
    case UNION:
      return checkMembers(schema, value, path);
    default:
      return checkSimple(schema[4], value, path);
  }
}

function checkItems(item: Schema, value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return [`${path}: not a list`];
  return value.flatMap((each, index) => check(item, each, `${path}[${index}]`));
}

function checkValues(item: Schema, value: unknown, path: string): string[] {
  if (!isObject(value)) return [`${path}: not a map`];
  return Object.entries(value).flatMap(([key, each]) => check(item, each, `${path}.${key}`));
}

function checkMembers(schema: Schema, value: unknown, path: string): string[] {
  if (!isObject(value)) return [`${path}: not an object`];
  const names: string[] = schema[4];
  const members = new Map(names.map((name, index) => [name, schema[5][index]]));
  const label = (name: string) => Array.isArray(members.get(name)) && isHttpLabel(members.get(name)[1]);
  const required: string[] = schema[0] === STRUCTURE ? names.slice(0, schema[6] ?? 0) : [];
  const keys = Object.keys(value);
  return [
    ...required.filter((name) => !label(name) && !(name in value)).map((name) => `${path}.${name}: missing`),
    ...(schema[0] === UNION && keys.length !== 1 ? [`${path}: ${keys.length} members of a union`] : []),
    ...keys.flatMap((key) =>
      members.has(key) ? check(members.get(key), value[key], `${path}.${key}`) : [`${path}.${key}: unknown`],
    ),
  ];
}

function checkSimple(kind: number, value: unknown, path: string): string[] {
  if (kind >= MAP_OF) return checkValues(kind - MAP_OF, value, path);
  if (kind >= LIST_OF) return checkItems(kind - LIST_OF, value, path);
  const expected = ({ 0: "string", 1: "number", 2: "boolean", 21: "string" } as Record<number, string>)[kind];
  const fits = expected === undefined ? kind === 15 : typeof value === expected;
  return fits ? [] : [`${path}: ${typeof value} where kind ${kind} is expected`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
