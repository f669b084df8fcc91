import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";

/** What becomes of a word of a request. */
export type Disposition = Pick<LedgerEntry, "outcome" | "by">;

/** Adjacent words with the same disposition are one entry. */
export function entriesOf(
  message: string,
  index: number,
  settled: readonly { token: Token; disposition: Disposition }[],
): LedgerEntry[] {
  const entries: { disposition: Disposition; start: number; end: number }[] = [];
  for (const { token, disposition } of settled) {
    const last = entries.at(-1);
    const same =
      last?.disposition.outcome === disposition.outcome &&
      last.disposition.by === disposition.by &&
      token.end - last.start <= 200;
    if (last && same) last.end = token.end;
    else entries.push({ disposition, start: token.start, end: Math.min(token.end, token.start + 200) });
  }
  return entries.map(({ disposition, start, end }) => ({
    words: message.slice(start, end),
    message: index,
    ...disposition,
  }));
}
