import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { problem } from "#core/web/replies/problem.ts";
import { HEADERS } from "#lambdas/api/openapi/headers.ts";
import { describeOperation } from "#lambdas/api/openapi/operation.ts";
import type { Route, Tag } from "#lambdas/runtime/route.ts";

const DESCRIPTION = `Say what you want, confirm the plan, get a live app, a pull request and evidence.

**Sessions.** \`POST /gantry/auth\` returns a token for programs, sent as \`Authorization: Bearer <token>\`. Pages send the cookie that comes with it, and \`page_token\` in the header \`X-Gantry-Token\`.

**Errors** are problem details (RFC 9457), \`application/problem+json\`: \`detail\` is a sentence for people, \`code\` is for programs, \`field\` is the first invalid field, \`errors\` are all of them. Unknown fields and parameters are refused.

**Idempotency.** Every POST, PATCH and DELETE accepts \`Idempotency-Key\`: the same key with the same body has one effect and returns the first reply again, marked \`Idempotency-Replayed: true\`. With a different body it returns \`IdempotencyMismatch\`.

**Lists** are newest first and come in pages: send \`next_cursor\` as \`cursor\`, with the same filters.

**Limits.** Expensive operations are limited for each user and each address. A request above the limit returns \`TooManyRequests\`, with \`Retry-After\`.

**WebSockets.** Progress of a mission is pushed over a WebSocket: \`POST /gantry/ws-ticket\` returns a ticket and the path. A message is a hint, \`{"type": "status", signal, seq, status, message, url?}\`: the mission as it was at the signal of that type and sequence number. Signals that are delivered together lead to one hint, for the newest; keep the highest \`seq\`, and read the signals after the last one that you have with \`GET /gantry/missions/{id}/events?after=<seq>\`. Sending \`{"after": <seq>}\` returns the hint of each signal after that number.`;

const TAGS: Readonly<Record<Tag, string>> = {
  Session: "Logging in and out, and tickets for WebSockets.",
  Keys: "Credentials of personal devices and services.",
  Consultations: "From a request to a confirmed plan.",
  Conversations: "Questions and answers, and the list of all conversations.",
  Siri: "Consulting by voice from a telephone, with a signature instead of a session.",
  Gates: "Gates, and the decisions of people on them.",
  Workflows: "Starting and reading executions of workflows.",
  Missions: "Status, history, cancellation and retries of missions.",
  Projects: "Apps with their releases.",
  Sharing: "Links with which everybody can read a mission, and what they show.",
  Evidence: "Evidence that a third party can verify offline.",
  Service: "The service itself.",
};

/** The OpenAPI 3.1 description of a route table. */
export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Gantry",
        version: "0.1.0",
        summary: "A self-hosted AI software factory.",
        description: DESCRIPTION,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/", description: "The installation that serves this description." }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      paths: paths(routes),
      components: {
        schemas: { Problem: problem },
        headers: { ...HEADERS },
        securitySchemes: {
          cookie: {
            type: "apiKey",
            in: "cookie",
            name: "__Host-gantry",
            description: "The cookie half of a page's session, not readable by scripts.",
          },
          page: {
            type: "apiKey",
            in: "header",
            name: "X-Gantry-Token",
            description:
              "The other half of a page's session, which `POST /gantry/auth` returns as `page_token`.",
          },
          bearer: {
            type: "http",
            scheme: "bearer",
            description: "A program's session: `token` of `POST /gantry/auth`.",
          },
          key: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "gk",
            description:
              "The key of a personal device or a service: `key` of `POST /gantry/keys`. A service needs the scope that the operation names; a device has its owner's role.",
          },
          siri: {
            type: "apiKey",
            in: "header",
            name: "X-Gantry-Signature",
            description:
              "The signature of a Siri Shortcut, with `k1` and `k2` of `POST /gantry/keys`. `docs/siri.md` explains it.",
          },
        },
      },
    },
    { override: withoutExcess },
  );
}

/**
 * Removes what clients need not check: closed reply objects, zod's patterns for formats, and its integer limits. `readOnly`
 * is of zod as well: in OpenAPI it forbids a property in requests.
 */
function withoutExcess({
  jsonSchema,
  io,
}: {
  jsonSchema: Record<string, unknown>;
  io: "input" | "output";
}): void {
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (isEmpty(jsonSchema.additionalProperties)) jsonSchema.additionalProperties = true;
  if (jsonSchema.format === "date-time" || jsonSchema.format === "date") delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  delete jsonSchema.readOnly;
}

const isEmpty = (schema: unknown) =>
  typeof schema === "object" && schema !== null && Object.keys(schema).length === 0;

function paths(routes: readonly Route[]): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const row of routes) {
    all[row.path] ??= {};
    (all[row.path] as Record<string, ZodOpenApiOperationObject>)[row.method.toLowerCase()] =
      describeOperation(row);
  }
  return all;
}
