import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { rolesWith } from "#core/auth/authorise.ts";
import { type BucketSize, REQUEST_LIMITS, type RequestLimitName } from "#core/auth/limits.ts";
import type { Right } from "#core/auth/roles.ts";
import { ERRORS, type ErrorCode } from "#core/errors.ts";
import type { Route } from "#lambdas/runtime/route.ts";

export type OpenApiDocument = ReturnType<typeof createDocument>;

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    field: z.string().optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });

const made = new WeakMap<readonly Route[], OpenApiDocument>();

/** The OpenAPI 3.1 description of a route table. */
export function openApiDocument(routes: readonly Route[]): OpenApiDocument {
  const document = made.get(routes) ?? describe(routes);
  made.set(routes, document);
  return document;
}

function describe(routes: readonly Route[]): OpenApiDocument {
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Gantry",
      version: "0.1.0",
      description: "Say what you want, confirm the plan, get a live app, a pull request and evidence.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: paths(routes),
    components: {
      securitySchemes: {
        cookie: { type: "apiKey", in: "cookie", name: "__Host-gantry" },
        page: { type: "apiKey", in: "header", name: "X-Gantry-Token" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
  });
}

function paths(routes: readonly Route[]): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const row of routes) {
    all[row.path] ??= {};
    (all[row.path] as Record<string, ZodOpenApiOperationObject>)[row.method.toLowerCase()] = operation(row);
  }
  return all;
}

const rightOf = (right: Right) =>
  `Needs the right \`${right}\`, which these roles have: ${rolesWith(right).join(", ")}.`;

function limitOf(kind: RequestLimitName): string {
  const { user, address } = REQUEST_LIMITS[kind];
  const size = ({ burst, per_minute }: BucketSize) => `${burst} at once and ${per_minute} a minute`;
  return `Limited to ${size(user)} for each user, ${size(address)} for each address; the headers RateLimit-Policy and RateLimit say what is left.`;
}

function operation(row: Route): ZodOpenApiOperationObject {
  const header = z.object({
    "Idempotency-Key": z
      .string()
      .max(128)
      .optional()
      .describe("The same key and body give the first answer again."),
  });
  return {
    operationId: row.id,
    summary: row.summary,
    ...(row.right === "public"
      ? { security: [] }
      : {
          description: [rightOf(row.right), row.limit ? limitOf(row.limit) : ""].filter(Boolean).join(" "),
          security: [{ cookie: [], page: [] }, { bearer: [] }],
        }),
    "x-gantry-right": row.right,
    requestParams: { path: row.params, query: row.query, ...(row.keyed ? { header } : {}) },
    ...(row.body
      ? { requestBody: { required: true, content: { "application/json": { schema: row.body } } } }
      : {}),
    responses: {
      [String(row.reply.status)]: {
        description: "Done",
        content: { [row.reply.type ?? "application/json"]: { schema: row.reply.schema } },
      },
      default: { description: "Refused", content: { "application/problem+json": { schema: problem } } },
    } as ZodOpenApiOperationObject["responses"],
  };
}
