import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { needsSession, rolesWith } from "#core/identity/authorise.ts";
import { type BucketSize, REQUEST_LIMITS, type RequestLimitName } from "#core/identity/limits.ts";
import { API_VERSIONS } from "#core/web/version.ts";
import { responsesOf } from "#lambdas/api/openapi/responses.ts";
import type { Route } from "#lambdas/runtime/route.ts";

const version = z
  .enum(API_VERSIONS)
  .optional()
  .meta({
    description: "The API version that the client uses. An unknown version is rejected.",
    param: { id: "Gantry-Version" },
  });

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/)
  .optional()
  .meta({
    description:
      "A repeated request with the same key and body has no further effect and returns the first reply.",
    param: { id: "Idempotency-Key" },
  });

/** The OpenAPI description of an operation. */
export function describeOperation(row: Route): ZodOpenApiOperationObject {
  return {
    operationId: row.id,
    tags: [row.tag],
    summary: row.summary,
    description: [row.description, rightOf(row), row.limit ? limitOf(row.limit) : ""]
      .filter(Boolean)
      .join("\n\n"),
    security: securityOf(row),
    "x-gantry-right": row.right,
    ...(row.scope === undefined ? {} : { "x-gantry-scope": row.scope }),
    ...(row.streams ? { "x-gantry-streams": true } : {}),
    "x-gantry-callers": callersOf(row),
    requestParams: {
      path: row.params,
      query: row.query,
      header: z.object({
        "Gantry-Version": version,
        ...(row.method === "GET" ? {} : { "Idempotency-Key": idempotencyKey }),
        ...row.headers?.shape,
      }),
    },
    ...(row.body
      ? {
          requestBody: {
            required: !mayBeEmpty(row.body),
            content: { "application/json": { schema: row.body } },
          },
        }
      : {}),
    responses: responsesOf(row),
  };
}

/** Whether a body may be omitted, which is read as `{}`. */
const mayBeEmpty = (body: z.ZodObject) => body.safeParse({}).success && !body.meta()?.oneOf;

function securityOf(row: Route) {
  if (row.signed) return [{ siri: [] }];
  if (!row.session) return [];
  const { right } = row;
  const key = right === "public" || callersOf(row).some((kind) => kind !== "session");
  const schemes = [{ cookie: [], page: [] }, { bearer: [] }, ...(key ? [{ key: [] }] : [])];
  return right === "public" ? [{}, ...schemes] : schemes;
}

/** The kinds of callers that may call an operation: `session` and `device` for people, `service` and `agent`. */
function callersOf(row: Route): readonly string[] {
  const isPublic = row.right === "public";
  return [
    "session",
    ...(isPublic || !needsSession(row) ? ["device"] : []),
    ...(isPublic || row.scope !== undefined ? ["service", "agent"] : []),
  ];
}

function rightOf(row: Route): string {
  const { right, scope } = row;
  if (right === "public") return "";
  return [
    `Needs the right \`${right}\`, which these roles have: ${rolesWith(right).join(", ")}.`,
    ...(needsSession(row) ? ["A personal device is not sufficient."] : []),
    scope === undefined ? "Not available to services." : `A service needs the scope \`${scope}\`.`,
  ].join(" ");
}

function limitOf(kind: RequestLimitName): string {
  const { user, address } = REQUEST_LIMITS[kind];
  const size = ({ burst, per_minute }: BucketSize) => `${burst} at once and ${per_minute} per minute`;
  return `Limited to ${size(user)} for each user, ${size(address)} for each address; the headers RateLimit-Policy and RateLimit contain the remaining quota.`;
}
