import { z } from "zod";
import { type Signal, signalSchema } from "#core/kernel/ledger/signal.ts";
import type { Item } from "#core/kernel/ledger/store.ts";

/** What people see of an aggregate at one of its signals. It lies beside the signal, not under its hash. */
const viewSchema = z.strictObject({
  status: z.string(),
  /** One or two sentences. */
  message: z.string(),
  /** Where its result is, once there is one. */
  url: z.string().nullable(),
});
export type View = z.infer<typeof viewSchema>;

/** A signal as it lies in the table. There is a view where the aggregate's projection has views. */
export interface OutboxEntry {
  readonly signal: Signal;
  readonly view?: View | undefined;
}

/** A state that was amended beside its signals. It shows what people see of the aggregate since. */
export interface Amendment {
  /** Of the aggregate, as its signals have it. */
  readonly source: string;
  /** Of the aggregate's newest signal. */
  readonly sequence: number;
  readonly view: View;
}

const amendmentSchema = z.object({ source: z.string(), sequence: z.number().int(), view: viewSchema });

/** Reads an amendment's item. Throws ZodError when it is not one. */
export function readAmendment(item: Partial<Item>): Amendment {
  return amendmentSchema.parse(item);
}

const entrySchema = z.object({ signal: signalSchema, view: viewSchema.optional() });

/** Reads a signal's item. Throws ZodError when it is not one. */
export function readEntry(item: Partial<Item>): OutboxEntry {
  return entrySchema.parse(item);
}
