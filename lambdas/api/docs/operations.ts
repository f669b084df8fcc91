import type { OpenApiDocument } from "#lambdas/api/openapi.ts";

/** The part of JSON Schema that the API's inputs use. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

/** One thing an operation takes. */
export interface Field {
  readonly name: string;
  readonly place: "path" | "query" | "body";
  readonly required: boolean;
  readonly schema: FieldSchema;
}

/** One operation, as far as people are told of it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly session: boolean;
  /** What its caller needs: `public`, or a right. */
  readonly right: string;
  /** Whether it takes an Idempotency-Key. */
  readonly keyed: boolean;
  readonly fields: readonly Field[];
  readonly json: boolean;
  readonly reply: { readonly status: string; readonly type: string };
}

interface Described {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly "x-gantry-right": string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: FieldSchema }[];
  readonly requestBody?: {
    readonly content: Record<
      string,
      { schema: { properties?: Record<string, FieldSchema>; required?: string[] } }
    >;
  };
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>;
}

/** The operations of a description, in its order. */
export function operationsOf({ paths = {} }: OpenApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as unknown as Record<string, Described>).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      summary: described.summary ?? "",
      session: (described.security ?? []).length > 0,
      right: described["x-gantry-right"],
      keyed: (described.parameters ?? []).some((parameter) => parameter.in === "header"),
      fields: fieldsOf(described),
      json: described.requestBody !== undefined,
      reply: replyOf(described),
    })),
  );
}

function fieldsOf({ parameters = [], requestBody }: Described): Field[] {
  const { properties = {}, required = [] } = requestBody?.content["application/json"]?.schema ?? {};
  return [
    ...parameters
      .filter((parameter) => parameter.in === "path" || parameter.in === "query")
      .map((parameter) => ({
        name: parameter.name,
        place: parameter.in as "path" | "query",
        required: parameter.required ?? false,
        schema: parameter.schema,
      })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      place: "body" as const,
      required: required.includes(name),
      schema,
    })),
  ];
}

function replyOf({ responses }: Described): Operation["reply"] {
  const [status = "", response] = Object.entries(responses).find(([code]) => code !== "default") ?? [];
  return { status, type: Object.keys(response?.content ?? {})[0] ?? "" };
}
