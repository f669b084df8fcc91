import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Disposition } from "#local/brain/roles/ledger-entries.ts";
import type { Meaning } from "./dictionary.ts";
import type { Fact } from "./facts.ts";
import type { Found } from "./phrases.ts";
import type { SiteRequest } from "./request.ts";
import type { Trade } from "./trades/trade.ts";

/** One message while it is read: what becomes of each of its tokens. */
export interface SiteReading {
  readonly request: SiteRequest;
  /** The trade that earlier messages named. */
  readonly earlier: Trade | null;
  readonly message: string;
  readonly tokens: readonly Token[];
  readonly found: readonly Found<Meaning>[];
  readonly dispositions: (Disposition | undefined)[];
}

export const CONTEXT: Disposition = { outcome: "context", by: null };
export const BY_KIND: Disposition = { outcome: "met_by_kind", by: null };
/** What no rule understands: it is listed as not possible, and never dropped. */
export const REFUSED: Disposition = { outcome: "refused", by: null };

export const met = (by: string): Disposition => ({ outcome: "met", by });

/** Settles the tokens between two characters of the message. */
export function settleChars(
  { tokens, dispositions }: SiteReading,
  { start, end }: Pick<Fact<unknown>, "start" | "end">,
  disposition: Disposition,
): void {
  tokens.forEach((token, at) => {
    if (token.start >= start && token.end <= end) dispositions[at] ??= disposition;
  });
}

/** The first of some tokens, and the one after the last. */
export type Range = Pick<Found<unknown>, "from" | "to">;

/** Whether two ranges overlap. */
export const isWithin = (one: Range, other: Range): boolean => one.from < other.to && one.to > other.from;

/** Settles the tokens of a range. */
export function settle({ dispositions }: SiteReading, { from, to }: Range, disposition: Disposition): void {
  for (let at = from; at < to; at += 1) dispositions[at] ??= disposition;
}

/** The words of a range as they were written, at most 60 characters. */
export const wordsOf = ({ message, tokens }: SiteReading, { from, to }: Range): string =>
  message
    .slice(tokens[from]?.start, tokens[to - 1]?.end)
    .slice(0, 60)
    .trim();

/** Whether something became of a token already, other than context. */
export const isSettled = (disposition: Disposition | undefined): boolean =>
  disposition !== undefined && disposition.outcome !== "context";
