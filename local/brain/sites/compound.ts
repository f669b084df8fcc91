import type { Token } from "#local/brain/recognise/read/tokens.ts";
import { type Meaning, siteDictionary } from "./dictionary.ts";
import { GERMAN_ENDS } from "./words.ts";

export type TradeMeaning = Extract<Meaning, { kind: "trade" }>;

/** The trade in a German compound for a site; null if its first part is no trade. Undefined for any other word. */
export function compoundTrade({ text }: Token): TradeMeaning | undefined {
  const word = text.toLowerCase();
  const end = GERMAN_ENDS.find((each) => word.endsWith(each) && word.length > each.length + 2);
  if (end === undefined) return undefined;
  const first = word.slice(0, -end.length).replace(/-$/, "");
  for (const name of [first, first.replace(/s$/, ""), first.replace(/n$/, ""), first.replace(/en$/, "")]) {
    const meaning = siteDictionary("de").of(name);
    if (meaning?.kind === "trade") return meaning;
  }
  return undefined;
}
