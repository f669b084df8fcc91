import type { Locale } from "#core/factory/specification/specification.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Meaning } from "./dictionary.ts";
import type { Found } from "./phrases.ts";

const PREMISES =
  /^(shop|store|salon|studio|parlou?r|boutique|workshop|practice|clinic|cent(?:er|re)|firm|laden|geschäft|betrieb|werkstatt|praxis|atelier)$/i;

/** Whether a token says that a business is a place: the last word of "bike repair shop". */
export const isPremises = (token: Token | undefined): boolean => PREMISES.test(token?.text ?? "");

/**
 * The phrases of a message without the words that only say that a business is a place: in "bike repair shop" the shop
 * belongs to the trade, in "with a shop" it is asked for on the page.
 */
export function withoutPremises(
  found: readonly Found<Meaning>[],
  tokens: readonly Token[],
  locale: Locale,
): Found<Meaning>[] {
  return found.filter(({ is, from, to }, at) => {
    const before = tokens[from - 1];
    if (is.kind !== "beyond" || to - from !== 1 || !isPremises(tokens[from]) || !before) return true;
    const last = found[at - 1];
    const ofTrade = last?.to === from && last.is.kind === "trade";
    const ofUnknown = last?.to !== from && before.kind === "word" && isContent(before, locale);
    return !(ofTrade || ofUnknown);
  });
}
