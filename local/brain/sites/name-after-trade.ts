import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Fact } from "./facts.ts";
import type { SiteReading } from "./site-reading.ts";

const CAPITAL = /^\p{Lu}/u;
/** Words with a small letter that stand inside of a name: "Bread and Butter". */
const JOIN = /^(&|and|of|the|und|et|de|la|le|les|du|y|del|n|['’]\p{L}*)$/u;
const MOST_WORDS = 6;

/**
 * "My bakery Sweet Crumbs": capitalised words right after the trade are its name, unless each word of the message has a
 * capital. A single word that means something else is none: "my bakery PayPal".
 */
export function nameAfterTrade({ message, tokens, found, request }: SiteReading): Fact<string> | undefined {
  if (isTitleCase(tokens)) return undefined;
  for (const { is, to } of found) {
    if (is.kind !== "trade") continue;
    const run = nameAt(tokens, to);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const meant = run.filter((_, offset) => isMeant(found, to + offset));
    // German writes all nouns with a capital: a word that is known there is none of a name.
    if (meant.length === run.length || (request.locale === "de" && meant.length > 0)) continue;
    return { value: message.slice(first.start, last.end).slice(0, 60), start: first.start, end: last.end };
  }
  return undefined;
}

const isMeant = (found: SiteReading["found"], at: number): boolean =>
  found.some(({ from, to }) => from <= at && at < to);

function nameAt(tokens: readonly Token[], from: number): Token[] {
  const rest = tokens.slice(from, from + MOST_WORDS);
  if (!CAPITAL.test(rest[0]?.text ?? "")) return [];
  const end = rest.findIndex(({ text }) => !CAPITAL.test(text) && !/^\d+$/.test(text) && !JOIN.test(text));
  const run = end === -1 ? rest : rest.slice(0, end);
  const last = run.findLastIndex(({ text }) => !JOIN.test(text));
  return run.slice(0, last + 1);
}

/** Whether even the small words of a message have a capital: "Landing Page For A Bakery". */
const isTitleCase = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter(({ kind }) => kind === "word").slice(1);
  return words.length > 0 && words.every(({ text }) => CAPITAL.test(text));
};
