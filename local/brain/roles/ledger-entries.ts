import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";

/** What becomes of a word of a request. */
export type Fate = Pick<LedgerEntry, "outcome" | "by">;

/** Adjacent words with the same fate are one entry. */
export function entriesOf(
  message: string,
  index: number,
  settled: readonly { token: Token; fate: Fate }[],
): LedgerEntry[] {
  const entries: { fate: Fate; start: number; end: number }[] = [];
  for (const { token, fate } of settled) {
    const last = entries.at(-1);
    const same =
      last?.fate.outcome === fate.outcome && last.fate.by === fate.by && token.end - last.start <= 200;
    if (last && same) last.end = token.end;
    else entries.push({ fate, start: token.start, end: Math.min(token.end, token.start + 200) });
  }
  return entries.map(({ fate, start, end }) => ({
    words: message.slice(start, end),
    message: index,
    ...fate,
  }));
}
