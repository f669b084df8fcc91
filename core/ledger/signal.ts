import { z } from "zod";
import type { Caller } from "#core/caller.ts";
import { canonicalJson } from "#core/canonical.ts";
import { sha256Hex } from "#core/hash.ts";
import { idSchema, sha256Schema } from "#core/ids.ts";
import type { AggregateKind, AggregateRef } from "#core/keys.ts";

const ACTOR_KINDS = ["human", "agent", "system", "integration"] as const;

const actorSchema = z.strictObject({ kind: z.enum(ACTOR_KINDS), id: idSchema });
export type Actor = z.infer<typeof actorSchema>;

/** The person a session belongs to. */
export const human = ({ user }: Caller): Actor => ({ kind: "human", id: user });

export const SYSTEM: Actor = { kind: "system", id: "factory" };

/**
 * A fact. CloudEvents 1.0 attributes with extension names in lower case, as that specification asks; `sequence`
 * counts from 1 within the aggregate. `hash` = SHA-256("gantry.signal.v1\n" prevhash "\n" JCS(rest)).
 */
export const signalSchema = z.strictObject({
  specversion: z.literal("1.0"),
  id: idSchema,
  source: z.string().regex(/^\/t\/[^/]+\/[XCPIRF]\/[^/]+$/),
  type: z.string().regex(/^gantry(\.[a-z_]+)+$/),
  time: z.iso.datetime(),
  datacontenttype: z.literal("application/json"),
  tenantid: idSchema,
  correlationid: idSchema,
  causationid: idSchema.optional(),
  actorkind: z.enum(ACTOR_KINDS),
  authid: idSchema,
  dedupekey: z.string().max(256).optional(),
  sequence: z.number().int().min(1),
  data: z.record(z.string(), z.unknown()),
  prevhash: sha256Schema,
  hash: sha256Schema,
});
export type Signal = z.infer<typeof signalSchema>;

/** The `source` of an aggregate's signals: `/t/<tenant>/<kind>/<id>`. */
export const sourceOf = ({ tenant, kind, id }: AggregateRef): string => `/t/${tenant}/${kind}/${id}`;

/** The aggregate that a signal is about. */
export function aggregateOf({ source }: Pick<Signal, "source">): AggregateRef {
  const [, , tenant, kind, id] = source.split("/") as [string, string, string, AggregateKind, string];
  return { tenant, kind, id };
}

/** What a caller says; the ledger adds place, order and hash. */
export interface SignalDraft {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly actor: Actor;
  readonly causation?: string;
  readonly dedupe?: string;
}

export const GENESIS_HASH = "0".repeat(64);

/** Completes a signal: chains it to `prevhash` and computes its hash. Throws TypeError when data is not plain JSON. */
export function sealSignal(body: Omit<Signal, "hash">): Signal {
  return { ...body, hash: signalHash(body) };
}

/** The hash a signal must have. */
function signalHash(signal: Omit<Signal, "hash"> & { hash?: string }): string {
  const { prevhash, hash: _, ...rest } = signal;
  return sha256Hex(`gantry.signal.v1\n${prevhash}\n${canonicalJson(rest)}`);
}

export interface ChainFault {
  readonly sequence: number;
  readonly reason: "sequence" | "prevhash" | "hash" | "place";
}

/** First break of a chain that starts at genesis, or undefined. All signals must be of one source. */
export function chainFault(signals: readonly Signal[]): ChainFault | undefined {
  let prevhash = GENESIS_HASH;
  for (const [index, signal] of signals.entries()) {
    const sequence = index + 1;
    if (signal.sequence !== sequence) return { sequence, reason: "sequence" };
    if (signal.source !== signals[0]?.source || signal.tenantid !== signals[0]?.tenantid)
      return { sequence, reason: "place" };
    if (signal.prevhash !== prevhash) return { sequence, reason: "prevhash" };
    if (signalHash(signal) !== signal.hash) return { sequence, reason: "hash" };
    prevhash = signal.hash;
  }
  return undefined;
}
