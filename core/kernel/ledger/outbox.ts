import { z } from "zod";
import { type Signal, signalSchema } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** What people see of an aggregate at one of its signals. Stored with the signal, but not part of its hash. */
const viewSchema = z.strictObject({
  status: z.string(),
  /** One or two sentences. */
  message: z.string(),
  /** URL of the result; null until there is one. */
  url: z.string().nullable(),
});
export type View = z.infer<typeof viewSchema>;

/** A stored signal. `view` is present if the aggregate's projection has views. */
export interface OutboxEntry {
  readonly signal: Signal;
  readonly view?: View | undefined;
}

/** An amendment of a state, with the view after it. */
export interface Amendment {
  /** The `source` of the aggregate's signals. */
  readonly source: string;
  /** Sequence of the aggregate's newest signal. */
  readonly sequence: number;
  readonly view: View;
}

const amendmentSchema = z.object({ source: z.string(), sequence: z.number().int(), view: viewSchema });

/** Parses an amendment's item. Throws ZodError for any other item. */
export function readAmendment(item: Partial<Item>): Amendment {
  return amendmentSchema.parse(item);
}

const entrySchema = z.object({ signal: signalSchema, view: viewSchema.optional() });

/** Parses a signal's item. Throws ZodError for any other item. */
export function readEntry(item: Partial<Item>): OutboxEntry {
  return entrySchema.parse(item);
}
