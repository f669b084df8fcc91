import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { rolesWith } from "#core/identity/authorise.ts";
import { type BucketSize, REQUEST_LIMITS, type RequestLimitName } from "#core/identity/limits.ts";
import type { Right } from "#core/identity/roles.ts";
import { API_VERSIONS } from "#core/web/version.ts";
import { responsesOf } from "#lambdas/api/openapi/responses.ts";
import type { Route } from "#lambdas/runtime/route.ts";

const version = z
  .enum(API_VERSIONS)
  .optional()
  .meta({
    description: "The version of the API that the client was made for. An unknown one is refused.",
    param: { id: "Gantry-Version" },
  });

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/)
  .optional()
  .meta({
    description: "The same key and body have one effect, and give the first answer again.",
    param: { id: "Idempotency-Key" },
  });

/** How an operation is described. */
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
    requestParams: {
      path: row.params,
      query: row.query,
      header: z.object({
        "Gantry-Version": version,
        ...(row.method === "GET" ? {} : { "Idempotency-Key": idempotencyKey }),
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

/** Whether a body may be left out, which is read as `{}`. */
const mayBeEmpty = (body: z.ZodObject) => body.safeParse({}).success && !body.meta()?.anyOf;

function securityOf({ right, session }: Route) {
  if (!session) return [];
  const schemes = [{ cookie: [], page: [] }, { bearer: [] }];
  return right === "public" ? [{}, ...schemes] : schemes;
}

function rightOf({ right }: Route): string {
  return right === "public"
    ? ""
    : `Needs the right \`${right}\`, which these roles have: ${rolesWith(right as Right).join(", ")}.`;
}

function limitOf(kind: RequestLimitName): string {
  const { user, address } = REQUEST_LIMITS[kind];
  const size = ({ burst, per_minute }: BucketSize) => `${burst} at once and ${per_minute} a minute`;
  return `Limited to ${size(user)} for each user, ${size(address)} for each address; the headers RateLimit-Policy and RateLimit say what is left.`;
}
