import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** GitHub's own description of the supported operations; see scripts/slice-github-openapi.mjs. */
interface Description {
  readonly paths: Record<string, Record<string, OperationObject>>;
}

interface OperationObject {
  readonly operationId: string;
  readonly "x-github": { readonly enabledForGitHubApps: boolean };
  readonly parameters: readonly Parameter[];
  readonly requestBody?: BodyObject & { readonly required?: boolean };
  readonly responses: Record<string, BodyObject>;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly "x-multi-segment"?: boolean;
}

interface BodyObject {
  readonly content?: { readonly "application/json": unknown };
}

export type Values = Record<string, string>;

/** The operation of a request, with its decoded path parameters. */
export interface Match {
  readonly id: string;
  /** Whether GitHub lets a GitHub App's installation token call it. */
  readonly forApps: boolean;
  readonly params: Values;
  /** Returns the fault of a request, which names the member, or undefined. */
  requestFault(query: Values, body: unknown): string | undefined;
  /** Returns the fault of a response, or undefined. */
  responseFault(status: number, body: unknown): string | undefined;
}

export interface Contract {
  match(method: string, path: string): Match | undefined;
}

/** Statuses that every operation can return, even if the description does not list them. */
const EVERYWHERE = new Set(["400", "401", "403", "404", "429"]);

export function loadContract(): Contract {
  const text = readFileSync(new URL("./openapi.json", import.meta.url), "utf8");
  const description = JSON.parse(text) as Description;
  const check = compiler(description);

  const operations = Object.entries(description.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      pattern: pathPattern(template, operation.parameters),
      operation,
      pointer: `#/paths/${escapePointer(template)}/${method}`,
    })),
  );

  return {
    match(method, path) {
      for (const { method: own, pattern, operation, pointer } of operations) {
        const found = own === method ? pattern.exec(path) : null;
        if (!found) continue;
        const params = mapValues(found.groups ?? {}, decode);
        return {
          id: operation.operationId,
          forApps: operation["x-github"].enabledForGitHubApps,
          params,
          requestFault: (query, body) =>
            parametersFault(check, pointer, operation.parameters, { ...params }, query) ??
            bodyFault(check, `${pointer}/requestBody`, operation.requestBody, body),
          responseFault(status, body) {
            const code = String(status);
            const response = operation.responses[code];
            if (response?.content) return bodyFault(check, `${pointer}/responses/${code}`, response, body);
            if (response && body === undefined) return undefined;
            if (EVERYWHERE.has(code)) return check("#/components/schemas/basic-error", body, "body");
            return `status ${status} is not in the description`;
          },
        };
      }
      return undefined;
    },
  };
}

type Check = (pointer: string, value: unknown, name: string) => string | undefined;

/** Checks values against the schema at a JSON pointer; schemas are compiled on first use. */
function compiler(description: Description): Check {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(description, "github");
  return (pointer, value, name) => {
    const validate = ajv.getSchema(`github${pointer}`);
    if (!validate) throw new Error(`the description has no schema at ${pointer}`);
    if (validate(value)) return undefined;
    const [first] = validate.errors ?? [];
    const extra = (first?.params as { additionalProperty?: string } | undefined)?.additionalProperty;
    return `${name}${first?.instancePath ?? ""} ${first?.message}${extra === undefined ? "" : `: ${extra}`}`;
  };
}

function parametersFault(
  check: Check,
  pointer: string,
  parameters: readonly Parameter[],
  path: Values,
  query: Values,
) {
  const known = new Set(parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name));
  const unknown = Object.keys(query).find((name) => !known.has(name));
  if (unknown !== undefined) return `query parameter ${unknown} is unknown`;
  for (const [index, parameter] of parameters.entries()) {
    const text = (parameter.in === "path" ? path : query)[parameter.name];
    if (text === undefined && parameter.required) return `${parameter.name} is missing`;
    if (text === undefined) continue;
    // Parameters are text; they are converted to the type of their schema if possible.
    const schema = `${pointer}/parameters/${index}/schema`;
    const fault = check(schema, text, parameter.name);
    if (fault && (!/^-?\d+$/.test(text) || check(schema, Number(text), parameter.name))) return fault;
  }
  return undefined;
}

function bodyFault(check: Check, pointer: string, described: BodyObject | undefined, body: unknown) {
  if (described?.content === undefined) return body === undefined ? undefined : "a body is not expected";
  const optional = "required" in described ? described.required !== true : pointer.endsWith("/requestBody");
  if (body === undefined && optional) return undefined;
  return check(`${pointer}/content/${escapePointer("application/json")}/schema`, body, "body");
}

/**
 * `{name}` matches one segment; parameters that the description marks with `x-multi-segment` may contain
 * slashes.
 */
function pathPattern(template: string, parameters: readonly Parameter[]): RegExp {
  const multi = new Set(parameters.filter((p) => p["x-multi-segment"]).map(({ name }) => name));
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    multi.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

/** A JSON pointer inside a URI fragment. */
const escapePointer = (name: string) =>
  encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("%7E", "~");

/** Decodes a path segment; one with invalid escapes is returned unchanged. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function mapValues(values: Values, change: (text: string) => string): Values {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, change(text)]));
}
