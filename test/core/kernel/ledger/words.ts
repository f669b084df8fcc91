import type { AggregateRef } from "#core/kernel/keys.ts";
import type { Projection } from "#core/kernel/ledger/projection.ts";

/** An aggregate whose state is the words of its signals, in their order. */
export const words: Projection<readonly string[]> = {
  reduce: (state, { data }) => [...(state ?? []), String(data.word)],
  listing: () => null,
};

export const REF: AggregateRef = { tenant: "tn_1", kind: "conversation", id: "c_1" };
