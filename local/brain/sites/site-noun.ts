import type { Locale } from "#core/factory/specification/specification.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import { type Token, tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { withBlog } from "./blog.ts";
import { compoundTrade } from "./compound.ts";
import { type Meaning, siteDictionary } from "./dictionary.ts";
import type { Found } from "./phrases.ts";
import { DETERMINER, FOR, OTHER_HEADS, WEAK_SITE_NOUNS } from "./words.ts";

/** "a website tracker", "a chatbot for my website": the site is not what is asked for. */
function isPartOfOther(tokens: readonly Token[], { from, to }: Found<unknown>, locale: Locale): boolean {
  const next = tokens[to]?.text.toLowerCase() ?? "";
  const before = tokens.slice(0, from).findLast(({ text }) => !DETERMINER.test(text))?.text ?? "";
  return OTHER_HEADS[locale].includes(next) || FOR.test(before);
}

/** "a photographer portfolio", "portfolio for a designer": it is a site beside the trade of a person. */
function isNamedPortfolio(phrase: Found<Meaning>, tokens: readonly Token[], locale: Locale): boolean {
  return (
    phrase.is.kind === "trade" &&
    phrase.is.trade.id === "portfolio" &&
    WEAK_SITE_NOUNS[locale].includes(phrase.is.name) &&
    !isPartOfOther(tokens, phrase, locale)
  );
}

/** Whether a message asks for a site: how certain its noun is, and whether it is about a known trade. */
export function siteNounIn(message: string, locale: Locale) {
  const tokens = tokensOf(message);
  const found = withBlog(siteDictionary(locale).find(tokens), tokens, locale);
  const nouns = found.flatMap((phrase) => {
    if (phrase.is.kind !== "site" || isPartOfOther(tokens, phrase, locale)) return [];
    return [{ ...phrase, is: phrase.is }];
  });
  const isPortfolio =
    found.some(({ is }) => is.kind === "trade" && is.trade.id !== "portfolio") &&
    found.some((phrase) => isNamedPortfolio(phrase, tokens, locale));
  const compound = locale === "de" && tokens.some((token) => compoundTrade(token) !== undefined);
  const isBlog = found.some(({ is }) => is.kind === "blog");
  const strengths = [...nouns.map(({ is }) => is.strength), ...(isPortfolio ? ["weak" as const] : [])];
  const strength =
    compound || isBlog
      ? "page"
      : (["page", "site", "weak"] as const).find((each) => strengths.includes(each));
  const isOfRecords = found.some(({ is }) => is.kind === "record");
  const hasTrade = compound || found.some(({ is }) => is.kind === "trade");
  const isPlainlyAbout = nouns.some(
    ({ to, is }) => is.strength === "site" && ABOUT.test(tokens[to]?.text ?? ""),
  );
  const isAbout = nouns.some(({ to }) => found.some(({ is, from }) => is.kind === "about" && from >= to));
  return {
    strength,
    isOfRecords,
    hasTrade,
    isAbout,
    isPlainlyAbout,
    isAlone: nouns.some((noun) => isAlone(tokens, found, noun, locale)),
    isOfSections: nouns.some(({ from, is }) => is.strength === "site" && from < 3) && isOfSections(found),
  };
}

/** "A website for our kennels, with prices, opening hours and a contact form": what a page has and no record. */
function isOfSections(found: readonly Found<Meaning>[]): boolean {
  const sections = found.flatMap(({ is }) => (is.kind === "section" ? [is.section] : []));
  return new Set(sections).size > 1 && sections.some((section) => OF_PAGES.has(section));
}

const OF_PAGES: ReadonlySet<string> = new Set(["about", "contact", "faq", "hours", "map", "testimonials"]);

/** "A website about travel" tells of it; "a website for my recipes" may keep them. */
const ABOUT = /^(about|über|sobre|sur)$/i;

/** Verbs of what is done with an app: "a site for sharing photos". */
const GERUND = /^(?!wedding)\p{L}{2,}ing$/iu;

/** Whether a noun for a site is what the message asks for, and what it is about follows: "a site for a taxidermist". */
function isAlone(
  tokens: readonly Token[],
  found: readonly Found<Meaning>[],
  { from, to }: Found<unknown>,
  locale: Locale,
): boolean {
  const about = found.find(({ is, from: start }) => is.kind === "about" && start === to);
  const isKnown = (at: number) => found.some((phrase) => phrase.from <= at && at < phrase.to);
  const before = tokens.slice(0, from).every((token, at) => isKnown(at) || !isContent(token, locale));
  const first = about && tokens[about.to]?.text;
  return first !== undefined && before && !(locale === "en" && GERUND.test(first));
}
