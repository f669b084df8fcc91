import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Disposition } from "#local/brain/roles/ledger-entries.ts";
import type { Meaning } from "./dictionary.ts";
import type { Fact } from "./facts.ts";
import type { Found } from "./phrases.ts";
import type { SiteRequest } from "./request.ts";

/** One message while it is read: what becomes of each of its tokens. */
export interface SiteReading {
  readonly request: SiteRequest;
  readonly message: string;
  readonly tokens: readonly Token[];
  readonly found: readonly Found<Meaning>[];
  readonly dispositions: (Disposition | undefined)[];
}

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
