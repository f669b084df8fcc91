import type { ZodOpenApiHeaderObject } from "zod-openapi";
import { API_VERSIONS } from "#core/web/version.ts";

const text = { type: "string" as const };

/** Headers of responses, by name. */
export const HEADERS: Record<string, ZodOpenApiHeaderObject> = {
  "X-Request-ID": { description: "Id of the request, also used in the log.", required: true, schema: text },
  "X-Duration": {
    description: "Duration of the request, in seconds.",
    schema: { ...text, pattern: "^\\d+\\.\\d{3}$" },
  },
  "Gantry-Version": {
    description: "The version of the API.",
    required: true,
    schema: { ...text, enum: [...API_VERSIONS] },
  },
  ETag: { description: "Entity tag of this content, for `If-None-Match`.", required: true, schema: text },
  RateLimit: {
    description: "The remaining quota `r` of each limit, and the seconds `t` until it is fully restored.",
    schema: text,
  },
  "RateLimit-Policy": {
    description: "The quota `q` of each limit and its window `w` in seconds.",
    schema: text,
  },
  "Retry-After": {
    description: "Seconds after which the request may succeed.",
    schema: { type: "integer" as const, minimum: 0 },
  },
  "WWW-Authenticate": { description: "How to authenticate.", required: true, schema: text },
  "Set-Cookie": { description: "The cookie half of the session.", required: true, schema: text },
  "Idempotency-Replayed": {
    description: "`true` if this is the stored reply to an earlier request with the same key and body.",
    schema: { ...text, enum: ["true"] },
  },
  Location: {
    description: "Address to download it from.",
    required: true,
    schema: { ...text, format: "uri" },
  },
  "X-Gantry-Seal": { description: "Digest of the pack's seal.", required: true, schema: text },
  "X-Robots-Tag": { description: "Search engines may not list it.", required: true, schema: text },
  "Content-Disposition": { description: "The name of the file.", required: true, schema: text },
};

/** References to headers by their names. */
export function headerRefs(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
