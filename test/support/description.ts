import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** The API's description, and whether what was replied is what it says. */

type Schema = Readonly<Record<string, any>>;

const document = JSON.parse(readFileSync("openapi.json", "utf8"));

const ajv = new Ajv2020({ strict: false, allErrors: true, discriminator: false });
formats.default(ajv);
ajv.addSchema({ $id: "api", components: { schemas: closed(document.components.schemas) } });
const validators = new Map<string, ValidateFunction>();

export interface Replied {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON when it is JSON, else undefined. */
  readonly json?: unknown;
}

/** The pattern of the operation that a request asks for; undefined for none. */
export function describedAt(method: string, path: string): string | undefined {
  return Object.keys(document.paths).find(
    (pattern) =>
      document.paths[pattern][method.toLowerCase()] !== undefined &&
      new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
}

/** Where a reply is not what the description says; empty when it is. Fields that are not described are faults. */
export function faultsOf(method: string, pattern: string, { status, headers, json }: Replied): string[] {
  const name = `${method} ${pattern} ${status}`;
  const responses = document.paths[pattern][method.toLowerCase()].responses;
  const response = resolved(responses[status]);
  if (!response) return [`${name}: is not described`];
  return [
    ...headerFaults(response, headers).map((fault) => `${name}: ${fault}`),
    ...bodyFaults(name, response, headers["content-type"], json).map((fault) => `${name}: ${fault}`),
  ];
}

function headerFaults(response: Schema, headers: Replied["headers"]): string[] {
  return Object.entries<Schema>(response.headers ?? {}).flatMap(([name, reference]) => {
    const { required, schema } = resolved(reference) as Schema;
    const text = headers[name.toLowerCase()];
    if (text === undefined) return required ? [`${name} is missing`] : [];
    const value = schema.type === "integer" ? Number(text) : text;
    return ajv.validate(schema, value) ? [] : [`${name}: ${text} ${ajv.errorsText()}`];
  });
}

function bodyFaults(name: string, response: Schema, contentType = "", json: unknown): string[] {
  const described = Object.entries<Schema>(response.content ?? {});
  if (described.length === 0) return [];
  const [type, media] = described.find(([each]) => contentType.split(";")[0] === each) ?? [];
  if (type === undefined) return [`is ${contentType}, not ${described.map(([each]) => each).join(" or ")}`];
  if (!type.endsWith("json")) return [];
  const validator = validators.get(name) ?? ajv.compile(absolute(closed(media?.schema)));
  validators.set(name, validator);
  if (validator(json)) return [];
  return (validator.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function resolved(value: Schema | undefined): Schema | undefined {
  if (!value?.$ref) return value;
  return value.$ref
    .slice(2)
    .split("/")
    .reduce((part: any, key: string) => part[key], document);
}

/** Objects may gain fields for clients; here, each has to be described. */
function closed(schema: any): any {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const { type, properties, additionalProperties } = schema;
  const members = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return type === "object" && properties && additionalProperties === undefined
    ? { ...members, additionalProperties: false }
    : members;
}

/** A schema with its references into the description's components. */
const absolute = (schema: any): any =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
