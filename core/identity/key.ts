import { z } from "zod";
import { bindingRef } from "#core/identity/binding-ref.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { SCOPE_NAMES } from "#core/identity/scopes.ts";
import { idSchema } from "#core/kernel/ids.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

/**
 * Kinds of keys: for a personal device of the member who created it, for a service, or for a Siri Shortcut on a personal
 * device, which signs its requests.
 */
export const KEY_KINDS = ["device", "service", "siri"] as const;

/** A key without its secret, which only the holder has. */
export const keySchema = z.strictObject({
  key_id: z.string().describe("Id of the key: the part after `gk_live_`, or `sk_…` of a Siri key."),
  kind: z.enum(KEY_KINDS),
  name: z.string(),
  principal: idSchema.describe("The member who owns the device, or the name of the service."),
  created_by: idSchema,
  scopes: z.array(z.enum(SCOPE_NAMES)).describe("Scopes of a service; empty for a device."),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  revoked_at: z.iso.datetime().nullable(),
});
export type Key = Readonly<z.infer<typeof keySchema>>;

/** Signals of a key: their data by signal type. */
interface KeyFacts {
  "gantry.key.created": Omit<Key, "created_at" | "revoked_at">;
  "gantry.key.revoked": { key_id: string };
}

type KeySignal = {
  [F in keyof KeyFacts]: Omit<Signal, "type" | "data"> & { type: F; data: KeyFacts[F] };
}[keyof KeyFacts];

export const keyRef = (tenant: string, key_id: string): AggregateRef => bindingRef(tenant, "key", key_id);

/** Whether the key is a device of this person. */
export const isOwnDevice = ({ kind, principal }: Key, person: HumanCaller): boolean =>
  kind !== "service" && principal === person.principal;

export const keys: Projection<Key> = {
  reduce,
  listing: ({ created_at }) => ({ kind: "key", status: "all", time: created_at }),
};

function reduce(key: Key | null, signal: Signal): Key {
  const fact = signal as unknown as KeySignal;
  if (fact.type === "gantry.key.created") return { ...fact.data, created_at: fact.time, revoked_at: null };
  if (!key) throw new TypeError(`the first signal of a key must be gantry.key.created, not ${fact.type}`);
  return { ...key, revoked_at: fact.time };
}
