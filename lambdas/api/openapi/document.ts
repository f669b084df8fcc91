import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { problem } from "#core/web/replies/problem.ts";
import { HEADERS } from "#lambdas/api/openapi/headers.ts";
import { describeOperation } from "#lambdas/api/openapi/operation.ts";
import type { Route, Tag } from "#lambdas/runtime/route.ts";

const DESCRIPTION = `Say what you want, confirm the plan, get a live app, a pull request and evidence.

**Sessions.** \`POST /gantry/auth\` gives a token for programs, sent as \`Authorization: Bearer <token>\`. Pages send the cookie that comes with it, and \`page_token\` in the header \`X-Gantry-Token\`.

**Errors** are problem details (RFC 9457), \`application/problem+json\`: \`detail\` is a sentence for people, \`code\` a word for programs, \`field\` the first field that is wrong, \`errors\` all of them. Unknown fields and parameters are refused.

**Doing it once.** Every POST takes \`Idempotency-Key\`: the same key with the same body has one effect and gives the first answer again, marked \`Idempotency-Replayed: true\`. With another body it is \`IdempotencyMismatch\`.

**Lists** are newest first and come in pages: send \`next_cursor\` as \`cursor\`, with the same filters.

**Limits.** Operations that cost are limited for each user and each address. A request over the limit is \`TooManyRequests\`, with \`Retry-After\`.

**Sockets.** What happens in a mission is pushed over a WebSocket: \`POST /gantry/ws-ticket\` gives the ticket and the address. A message is a hint, \`{"type": "status", signal, seq, status, message, url?}\`: the mission as it was at the signal of that type and sequence number. Signals that are delivered together are one hint, that of the newest; keep the highest \`seq\`, and read the signals behind the last one that you have with \`GET /gantry/missions/{id}/events?after=<seq>\`. Sending \`{"after": <seq>}\` replies with the hint of each signal behind that number.`;

const TAGS: Readonly<Record<Tag, string>> = {
  Session: "Logging in and out, and tickets for sockets.",
  Keys: "Credentials of personal devices and services.",
  Consultations: "From what a person says to a plan that they confirm.",
  Gates: "What waits for a person's decision, and what was decided.",
  Workflows: "Executions of every workflow, and beginning one.",
  Missions: "What is built: where it stands, what happened, and how to stop it or try again.",
  Evidence: "What a third party can verify offline.",
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
            description: "A page's session: the half that only the browser sees.",
          },
          page: {
            type: "apiKey",
            in: "header",
            name: "X-Gantry-Token",
            description: "A page's session: the half that `POST /gantry/auth` returns as `page_token`.",
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
              "The key of a personal device or a service: `key` of `POST /gantry/keys`. A service needs the scope that is named; a device has its owner's role.",
          },
        },
      },
    },
    { override: withoutExcess },
  );
}

/** Replies may gain members; a format says what zod's pattern says; JSON has no safe integers. */
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
