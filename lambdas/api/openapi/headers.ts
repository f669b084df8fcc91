import type { ZodOpenApiHeaderObject } from "zod-openapi";
import { API_VERSIONS } from "#core/web/version.ts";

const text = { type: "string" as const };

/** Headers of responses, by name. */
export const HEADERS: Record<string, ZodOpenApiHeaderObject> = {
  "X-Request-ID": { description: "Names the request, in the log too.", required: true, schema: text },
  "X-Duration": {
    description: "How many seconds the answer took.",
    schema: { ...text, pattern: "^\\d+\\.\\d{3}$" },
  },
  "Gantry-Version": {
    description: "The version of the API.",
    required: true,
    schema: { ...text, enum: [...API_VERSIONS] },
  },
  ETag: { description: "Names this content: send it in `If-None-Match`.", required: true, schema: text },
  RateLimit: {
    description: "What remains `r` of each limit, and the seconds `t` until it is whole.",
    schema: text,
  },
  "RateLimit-Policy": {
    description: "The quota `q` of each limit and its window `w` in seconds.",
    schema: text,
  },
  "Retry-After": {
    description: "In how many seconds the request may succeed.",
    schema: { type: "integer" as const, minimum: 0 },
  },
  "WWW-Authenticate": { description: "How to authenticate.", required: true, schema: text },
  "Set-Cookie": { description: "The cookie's half of the session.", required: true, schema: text },
  "Idempotency-Replayed": {
    description: "`true` when this is the first answer to the same key and body, given again.",
    schema: { ...text, enum: ["true"] },
  },
  Location: { description: "Where to get it.", required: true, schema: { ...text, format: "uri" } },
  "X-Gantry-Seal": { description: "Digest of the pack's seal.", required: true, schema: text },
  "Content-Disposition": { description: "The name of the file.", required: true, schema: text },
};

/** References to headers by their names. */
export function headerRefs(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
