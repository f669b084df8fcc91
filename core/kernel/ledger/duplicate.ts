import { canonicalHash } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type AggregateRef, dedupeKey } from "#core/kernel/keys.ts";
import { dedupeHash } from "#core/kernel/ledger/append.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { TransactionRefused } from "#core/kernel/ledger/store.ts";

/**
 * The id of the signal that already used one of these dedupe keys, if that is why the transaction was refused. Throws
 * IdempotencyMismatch when it states a different fact.
 */
export function findDuplicate(
  ref: AggregateRef,
  drafts: readonly SignalDraft[],
  { failed }: TransactionRefused,
): string | undefined {
  for (const draft of drafts) {
    if (draft.dedupe === undefined) continue;
    const { pk } = dedupeKey(ref.tenant, dedupeHash(ref, draft.dedupe));
    const existing = failed.find((entry) => entry.existing?.pk === pk)?.existing;
    if (!existing) continue;
    if (existing.fingerprint === canonicalHash({ type: draft.type, data: draft.data }))
      return existing.winner as string;
    throw new GantryError(
      "IdempotencyMismatch",
      "This deduplication key was already used for a different fact.",
      {
        field: "dedupekey",
      },
    );
  }
  return undefined;
}
