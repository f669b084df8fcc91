import { z } from "zod";
import type { HumanCaller } from "#core/identity/caller.ts";
import { createKey, type KeyRequest } from "#core/identity/create-key.ts";
import { KEY_KINDS, type Key } from "#core/identity/key.ts";
import { listKeys } from "#core/identity/list-keys.ts";
import { revokeKey } from "#core/identity/revoke-key.ts";
import { SCOPE_NAMES, SCOPES } from "#core/identity/scopes.ts";
import { createSiriKey } from "#core/identity/siri/create-siri-key.ts";
import { SIRI_KEY_DAYS } from "#core/identity/siri/siri-key.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";
import type { key as reply } from "#core/web/replies/key.ts";
import { listQuery } from "#lambdas/api/inputs.ts";
import { type ApiServices, type Route, route } from "#lambdas/runtime/route.ts";

function shown(key: Key, now: number): z.infer<typeof reply> {
  const status = key.revoked_at ? "revoked" : Date.parse(key.expires_at) <= now ? "expired" : "active";
  return { ...key, scopes: [...key.scopes], status };
}

const SCOPE_TEXT = Object.entries(SCOPES)
  .map(([scope, allows]) => `\`${scope}\`: ${allows}.`)
  .join(" ");

/** Days for which a key of a device or a service is valid by default. */
const DAYS = 90;

interface NewKeyRequest extends Omit<KeyRequest, "kind" | "expires_in_days"> {
  readonly kind: Key["kind"];
  readonly expires_in_days?: number | undefined;
}

/** Creates a key of any kind and returns what only the reply contains. */
async function create(services: ApiServices, person: HumanCaller, request: NewKeyRequest) {
  const { kind, expires_in_days: days } = request;
  if (kind === "siri") {
    const made = await createSiriKey(services, person, {
      ...request,
      expires_in_days: days ?? SIRI_KEY_DAYS,
    });
    return { secret: made.parts, created: made.created };
  }
  const { key, created } = await createKey(services, person, {
    ...request,
    kind,
    expires_in_days: days ?? DAYS,
  });
  return { secret: { key }, created };
}

export const keyRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/keys",
    id: "createKey",
    tag: "Keys",
    right: "write",
    sessionOnly: true,
    limit: "key",
    summary: "Create a key for a device, a service or a Siri Shortcut.",
    description:
      "A `device` acts for the person who creates its key, with their role, except for operations that require a session. A `service` is a separate principal, `name`, with the permissions of its `scopes`; creating its key requires the right `admin`. A `siri` key signs the requests of a Siri Shortcut, `POST /gantry/siri`, as a device of the person who creates it; it has two parts, `k1` and `k2`, and can do nothing else. Only this reply contains the key: Gantry stores a digest, and of a Siri key a salt. Each call creates a new key: the format of an Idempotency-Key is checked, but a reply that contains a secret is not stored.",
    keyed: false,
    refuses: ["EnvironmentFailure"],
    body: z.strictObject({
      kind: z.enum(KEY_KINDS).meta({ examples: ["device"] }),
      name: text()
        .min(1, "must not be empty")
        .max(64, "must have at most 64 characters")
        .meta({ examples: ["phone"] })
        .describe("A device's label, or a service's principal, which is an id."),
      scopes: z
        .array(z.enum(SCOPE_NAMES))
        .max(SCOPE_NAMES.length)
        .optional()
        .describe(`Scopes of the service. ${SCOPE_TEXT}`),
      expires_in_days: z
        .number()
        .int()
        .min(1)
        .max(365)
        .optional()
        .describe(`Default: ${DAYS}; ${SIRI_KEY_DAYS} for \`siri\`, which is also its maximum.`),
    }),
    reply: { status: 201, description: "The key.", schema: "NewKey" },
    async handle({ services, caller, body }) {
      const { secret, created } = await create(services, caller, body);
      return { status: 201, body: { ...shown(created, services.clock.now()), ...secret } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/keys",
    id: "listKeys",
    tag: "Keys",
    right: "read",
    sessionOnly: true,
    summary: "List keys.",
    description:
      "Newest first: the person's own devices; with the right `admin`, all keys of the tenant. Revoked and expired keys are included.",
    query: listQuery.pick({ limit: true, cursor: true }),
    reply: { status: 200, description: "A page of keys.", schema: "KeyList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listKeys(services, caller, query);
      const now = services.clock.now();
      return { status: 200, body: { keys: entries.map((key) => shown(key, now)), next_cursor } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/keys/{id}/revoke",
    id: "revokeKey",
    tag: "Keys",
    right: "write",
    sessionOnly: true,
    summary: "Revoke a key.",
    description:
      "The key becomes invalid immediately. A person can revoke the keys of their own devices; with the right `admin`, any key of the tenant.",
    refuses: ["NotFound", "Conflict"],
    params: z.strictObject({ id: idSchema.describe("The key's `key_id`.") }),
    body: z.strictObject({}),
    reply: { status: 200, description: "The revoked key.", schema: "Key" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: shown(await revokeKey(services, caller, path.id), services.clock.now()),
    }),
  }),
];
