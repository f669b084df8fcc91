import { z } from "zod";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { AGGREGATE_KINDS, type AggregateRef } from "#core/kernel/keys.ts";

const ACTOR_KINDS = ["human", "agent", "system", "integration"] as const;

/** How an actor was authenticated: values of the CloudEvents extension `authcontext`. */
const AUTH_TYPES = ["app_user", "service_account", "api_key", "system", "unauthenticated"] as const;
type AuthType = (typeof AUTH_TYPES)[number];

export interface Actor {
  readonly kind: (typeof ACTOR_KINDS)[number];
  readonly id: string;
  /** Only if it differs from the default that {@link authTypeOf} derives from the kind. */
  readonly authtype?: AuthType;
}

const AUTH_TYPE: Readonly<Record<Actor["kind"], AuthType>> = {
  human: "app_user",
  agent: "service_account",
  system: "system",
  integration: "service_account",
};

/** The `authtype` of an actor's signals: its own, or the default of its kind. */
export const authTypeOf = ({ kind, authtype }: Actor): AuthType => authtype ?? AUTH_TYPE[kind];

export const SYSTEM: Actor = { kind: "system", id: "factory" };

/** Version of the rules that compute a state from signals. All signals of a chain have the same version. */
export const SEMANTICS = 1;

/**
 * A signal in the format `gantry.signal.v2`: CloudEvents 1.0 attributes, with extension names in lower case as that
 * specification requires. `sequence` counts from 1 within the aggregate, as text of twelve digits. The hash is defined
 * in core/kernel/ledger/chain.ts, the previous format in core/kernel/ledger/signal-v1.ts.
 */
export const signalSchema = z.strictObject({
  specversion: z.literal("1.0"),
  id: idSchema,
  source: z.string().regex(new RegExp(`^/t/[^/]+/(${AGGREGATE_KINDS.join("|")})/[^/]+$`)),
  type: z.string().regex(/^gantry(\.[a-z][a-z_]*)+$/),
  time: z.iso.datetime(),
  datacontenttype: z.literal("application/json"),
  tenantid: idSchema,
  correlationid: idSchema,
  causationid: idSchema.optional(),
  actorkind: z.enum(ACTOR_KINDS),
  authtype: z.enum(AUTH_TYPES),
  authid: idSchema,
  semantics: z.number().int().min(1),
  /** Printable ASCII, because CloudEvents attributes must not contain control characters. */
  dedupekey: z
    .string()
    .regex(/^[ -~]{1,256}$/)
    .optional(),
  sequence: z.string().regex(/^\d{12}$/),
  data: z.record(z.string(), z.unknown()),
  /** Only for types whose data may be withheld: the digest that is hashed instead of the data, and its salt. */
  datadigest: sha256Schema.optional(),
  datasalt: sha256Schema.optional(),
  prevhash: sha256Schema,
  hash: sha256Schema,
});
export type Signal = z.infer<typeof signalSchema>;

/** The `source` of an aggregate's signals: `/t/<tenant>/<kind>/<id>`. */
export const sourceOf = ({ tenant, kind, id }: AggregateRef): string => `/t/${tenant}/${kind}/${id}`;

/** A signal before it is appended; the ledger adds id, source, time, sequence and hash. */
export interface SignalDraft {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly actor: Actor;
  readonly causation?: string;
  readonly dedupe?: string;
}
