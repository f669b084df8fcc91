import { comment, membersOf, type Schema, typeOf } from "./type-of.ts";

interface Media {
  readonly schema: Schema;
}
interface Parameter {
  readonly $ref?: string;
  readonly in?: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly description?: string;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
/** The members of `openapi.json` that the module is written from. */
export interface ApiDescription {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const HEADER = `// Written by "npm run openapi" from openapi.json.\n`;
const JSON_TYPE = "application/json";

/**
 * The module with a type for each schema of the API, the input and the output of each operation, and a table of how each
 * is sent: `sdk/typescript/api.ts`, before it is formatted.
 */
export function apiModule({ paths, components }: ApiDescription): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return [
    HEADER,
    ...Object.entries(components.schemas).map(([name, schema]) => declaration(name, schema)),
    `${comment("What each operation takes, and what it returns.")}export interface Operations { ${operations.map(({ operation }) => signature(operation)).join("\n")} }`,
    `${comment("How each operation is sent. What its input has beside the path, the query and the headers is the body.")}export const OPERATIONS = { ${operations.map(row).join("\n")} } as const;`,
  ].join("\n\n");
}

function declaration(name: string, schema: Schema): string {
  const declared = schema.properties
    ? `export interface ${name} ${membersOf(schema)}`
    : `export type ${name} = ${typeOf(schema)};`;
  return `${comment(schema.description)}${declared}`;
}

function signature(operation: Operation): string {
  return `${comment(operation.summary)}${operation.operationId}: { input: ${inputOf(operation)}; output: ${outputOf(operation)} };`;
}

function inputOf(operation: Operation): string {
  const own = ownParameters(operation);
  const parameters = membersOf({
    properties: Object.fromEntries(
      own.map(({ name, schema, description }) => [name, { ...schema, ...(description && { description }) }]),
    ),
    required: own.filter(({ required }) => required).map(({ name }) => name),
  });
  const body = operation.requestBody?.content[JSON_TYPE]?.schema;
  if (!body) return parameters;
  return own.length > 0 ? `${parameters} & ${typeOf(body)}` : typeOf(body);
}

function outputOf(operation: Operation): string {
  const contents = Object.values(repliesOf(operation)).flatMap(({ content = {} }) => plain(content));
  const types = contents.map(([type, { schema }]) =>
    type === JSON_TYPE ? typeOf(schema) : isBinary(type) ? "Uint8Array" : "string",
  );
  return [...new Set(types)].join(" | ");
}

/** The content without what a client asks for with another `Accept`. */
function plain(content: Readonly<Record<string, Media>>): [string, Media][] {
  return Object.entries(content).filter(([type]) => !(JSON_TYPE in content) || type === JSON_TYPE);
}

/** The responses with what was asked for: also a readiness that comes with status 503. */
function repliesOf({ responses }: Operation): Operation["responses"] {
  const replies = Object.entries(responses).filter(
    ([status, { content = {} }]) => status.startsWith("2") || JSON_TYPE in content,
  );
  return Object.fromEntries(replies);
}

function row({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const namesIn = (place: string) =>
    ownParameters(operation)
      .filter((parameter) => parameter.in === place)
      .map(({ name }) => name);
  const headers = namesIn("header");
  const types = plain(operation.responses["200"]?.content ?? {}).map(([type]) => type);
  const reply = types.some(isBinary) ? "bytes" : types.some((type) => type !== JSON_TYPE) ? "text" : "json";
  const statuses = Object.keys(repliesOf(operation)).map(Number);
  const columns = {
    method,
    path,
    query: namesIn("query"),
    ...(headers.length > 0 && { headers }),
    statuses,
    reply,
  };
  return `${operation.operationId}: ${JSON.stringify(columns)},`;
}

/** The parameters of this operation alone: not the headers that all operations share. */
function ownParameters({ parameters = [] }: Operation): Parameter[] {
  return parameters.filter((parameter) => parameter.$ref === undefined);
}

const isBinary = (type: string) => type === "application/zip" || type.startsWith("image/");
