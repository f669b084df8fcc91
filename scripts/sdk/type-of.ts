/** A JSON Schema as `openapi.json` uses it (draft 2020-12). */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
}

const PRIMITIVES: ReadonlyMap<string, string> = new Map([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
  ["null", "null"],
]);

/** The TypeScript type of the values that a schema accepts. Throws on what it cannot express. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  // Of an object with members, the other keywords only say which of them may stand together.
  if (schema.properties) return membersOf(schema);
  if (schema.anyOf ?? schema.oneOf) return union((schema.anyOf ?? schema.oneOf ?? []).map(typeOf));
  if (schema.allOf) return schema.allOf.map((part) => `(${typeOf(part)})`).join(" & ");
  if (schema.type === undefined) return "unknown";
  return union([schema.type].flat().map((type) => typeOfKind(type, schema)));
}

/** The members of an object type, each with its description, between braces. */
export function membersOf({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(([name, schema]) => {
    const optional = required.includes(name) ? "" : "?";
    return `${comment(schema.description)}${propertyName(name)}${optional}: ${typeOf(schema)}${optional && " | undefined"};`;
  });
  const rest = typeof additionalProperties === "object" ? typeOf(additionalProperties) : "unknown";
  const isOpen = members.length === 0 && additionalProperties !== undefined && additionalProperties !== false;
  if (members.length === 0 && !isOpen) return "Record<never, never>";
  return `{\n${[...members, ...(isOpen ? [`[name: string]: ${rest};`] : [])].join("\n")}\n}`;
}

/** A description as a comment of its own line, or nothing. */
export function comment(description: string | undefined): string {
  return description === undefined
    ? ""
    : `/** ${description.replaceAll("*/", "* /").replaceAll("\n", " ")} */\n`;
}

function typeOfKind(type: string, schema: Schema): string {
  const primitive = PRIMITIVES.get(type);
  if (primitive !== undefined) return primitive;
  if (type === "array") return `readonly (${schema.items ? typeOf(schema.items) : "unknown"})[]`;
  if (type === "object") return membersOf(schema);
  throw new Error(`The type '${type}' has no counterpart in TypeScript.`);
}

const union = (types: readonly string[]) => [...new Set(types)].map((type) => `(${type})`).join(" | ");

const nameOf = (reference: string) => reference.slice(reference.lastIndexOf("/") + 1);

const propertyName = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
