import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { REPLIES } from "#core/web/replies/replies.ts";
import { headerRefs } from "#lambdas/api/openapi/headers.ts";
import { EVENTS_TYPE } from "#lambdas/runtime/event-stream.ts";
import { refusalsOf } from "#lambdas/runtime/refusals.ts";
import type { ReplyRow, Route } from "#lambdas/runtime/route.ts";

const ALWAYS = ["X-Request-ID", "X-Duration", "Gantry-Version"];

/** All responses of an operation by status. */
export function responsesOf(row: Route): ZodOpenApiResponsesObject {
  const replies = [row.reply, ...row.others].map((reply) => [reply.status, success(row, reply)] as const);
  const unchanged =
    row.method === "GET" && row.reply.status === 200 ? ([[304, notModified(row)]] as const) : [];
  const refusals = [...refusalsOf(row)].map(
    ([status, codes]) => [status, refusal(row, status, codes)] as const,
  );
  const all = [...replies, ...unchanged, ...refusals].toSorted(([a], [b]) => a - b);
  return Object.fromEntries(all.map(([status, response]) => [String(status), response]));
}

function success(row: Route, { status, description, schema, type, headers = [] }: ReplyRow) {
  const names = [
    ...ALWAYS,
    ...(row.method === "GET" && status === 200 ? ["ETag"] : []),
    ...(row.limit ? LIMITS : []),
    ...(row.keyed ? ["Idempotency-Replayed"] : []),
    ...headers,
  ];
  return {
    description,
    headers: headerRefs(names),
    ...(schema
      ? {
          content: {
            [type ?? "application/json"]: { schema: REPLIES[schema] },
            ...(row.streams ? { [EVENTS_TYPE]: { schema: REPLIES.EventStream } } : {}),
          },
        }
      : {}),
  };
}

const LIMITS = ["RateLimit", "RateLimit-Policy"];

function notModified(row: Route): ZodOpenApiResponseObject {
  return {
    description: "`If-None-Match` contains the current entity tag.",
    headers: headerRefs([...ALWAYS, "ETag", ...(row.limit ? LIMITS : [])]),
  };
}

const refusals = new Map<string, ZodOpenApiResponseObject>();

/** The response for a set of error codes; operations with the same set share it. */
function refusal(row: Route, status: number, codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const limited = status === 429 && row.limit !== undefined;
  // API Gateway renames a function's WWW-Authenticate header; only refusals by authorizers have it.
  const challenge = status === 401 && row.right !== "public";
  const id = `${codes.join("Or")}${limited ? "Limited" : ""}${status === 401 && !challenge ? "AtLogIn" : ""}`;
  const known = refusals.get(id);
  if (known) return known;
  const made: ZodOpenApiResponseObject = {
    id,
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(" "),
    headers: headerRefs([
      ...ALWAYS,
      ...(challenge ? ["WWW-Authenticate"] : []),
      ...(codes.some((code) => ERRORS[code].retry && status < 500) ? ["Retry-After"] : []),
      ...(limited ? LIMITS : []),
    ]),
    content: {
      "application/problem+json": {
        schema: {
          allOf: [
            { $ref: "#/components/schemas/Problem" },
            { properties: { status: { const: status }, code: { enum: [...codes] } } },
          ],
        },
      },
    },
  };
  refusals.set(id, made);
  return made;
}
