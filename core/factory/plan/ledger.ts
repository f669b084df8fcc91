import { z } from "zod";
import { text } from "#core/kernel/text.ts";

/** What becomes of the words of a request. */
const LEDGER_OUTCOMES = ["met", "met_by_kind", "refused", "asked", "context"] as const;

/**
 * One entry of the request ledger: words of the person, and what becomes of them. Every content word of the messages
 * stands in exactly one entry.
 */
const ledgerEntrySchema = z.lazy(() =>
  z.strictObject({
    /** The words as they were written. */
    words: text().min(1).max(200),
    /** Index of the message in the request. */
    message: z.number().int().min(0).max(19),
    outcome: z.enum(LEDGER_OUTCOMES),
    /**
     * For `met`, the part of the specification that meets them, such as `entities.plant.photo` or `behaviours.search`, or `absent.` and what
     * is left out as asked; for `refused`, why; for
     * `asked`, the identifier of the question.
     */
    by: text().min(1).max(200).nullable(),
  }),
);
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** The most entries of a ledger. */
export const MAX_ENTRIES = 200;

/** Accounts for every content word of a request. */
export const ledgerSchema = z.lazy(() => z.array(ledgerEntrySchema).max(MAX_ENTRIES));

/** The ledger in which nothing is met any more by words about some parts that came before a message. */
export function supersede(
  ledger: readonly LedgerEntry[],
  parts: readonly string[],
  message: number,
): LedgerEntry[] {
  return ledger.map((entry) =>
    entry.message < message && parts.includes(entry.by ?? "")
      ? { ...entry, outcome: "context", by: null }
      : entry,
  );
}
