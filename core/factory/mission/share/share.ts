import { bindingRef } from "#core/identity/binding-ref.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

/** Whether and how a mission is shared with everybody who has its link. */
export interface Share {
  readonly mission_id: string;
  /** Digest of the link's token, which is not stored. */
  readonly token_sha256: string;
  /** Whether the evidence pack can be downloaded. */
  readonly evidence: boolean;
  readonly shared_by: string;
  readonly shared_at: string;
  /** When the link was revoked; null while it is valid. */
  readonly revoked_at: string | null;
}

/** Signals of a share: their data by signal type. */
export interface ShareFacts {
  "gantry.share.created": Pick<Share, "mission_id" | "token_sha256" | "evidence" | "shared_by">;
  "gantry.share.changed": Pick<Share, "mission_id" | "evidence">;
  "gantry.share.revoked": Pick<Share, "mission_id">;
}

type ShareSignal = {
  [F in keyof ShareFacts]: Omit<Signal, "type" | "data"> & { type: F; data: ShareFacts[F] };
}[keyof ShareFacts];

export const shareRef = (tenant: string, mission_id: string): AggregateRef =>
  bindingRef(tenant, "share", mission_id);

/** The digest of a link's token, by which it is recognised. */
export const shareDigest = (token: string): string => sha256Hex(`share\n${token}`);

/** Whether the link of a share is valid. */
export const isShared = (share: Share | null): share is Share => share !== null && share.revoked_at === null;

export const shares: Projection<Share> = { reduce, listing: () => null };

function reduce(share: Share | null, signal: Signal): Share {
  const fact = signal as unknown as ShareSignal;
  if (fact.type === "gantry.share.created") return { ...fact.data, shared_at: fact.time, revoked_at: null };
  if (!share)
    throw new TypeError(`the first signal of a share must be gantry.share.created, not ${fact.type}`);
  return fact.type === "gantry.share.changed"
    ? { ...share, evidence: fact.data.evidence }
    : { ...share, revoked_at: fact.time };
}
