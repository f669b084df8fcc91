import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { SectionKind } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { calledIn } from "#local/brain/recognise/read/called.ts";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import { type Token, tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { type Disposition, entriesOf } from "#local/brain/roles/ledger-entries.ts";
import { type Meaning, siteDictionary } from "./dictionary.ts";
import type { Found } from "./phrases.ts";
import { isPremises, withoutPremises } from "./premises.ts";
import { readFacts } from "./read-facts.ts";
import { PRICES, type SiteRequest, sectionOfPrices } from "./request.ts";
import { met, type SiteReading, settleChars } from "./site-reading.ts";
import { BEYOND, GERMAN_ENDS, OTHER_HEADS, PLAIN_PAGE, WEAK_SITE_NOUNS } from "./words.ts";

const CONTEXT: Disposition = { outcome: "context", by: null };
const BY_KIND: Disposition = { outcome: "met_by_kind", by: null };
/** What no rule understands: it is listed as not possible, and never dropped. */
const REFUSED: Disposition = { outcome: "refused", by: null };

type TradeMeaning = Extract<Meaning, { kind: "trade" }>;

/** Reads one more message into the request for a site. `index` is its place in the conversation. */
export function readSite(request: SiteRequest, message: string, index: number): void {
  const tokens = tokensOf(message);
  request.locale = localeOf(tokens, request.locale) ?? "en";
  const found = withoutPremises(siteDictionary(request.locale).find(tokens), tokens, request.locale);
  const reading: SiteReading = { request, message, tokens, found, dispositions: tokens.map(() => undefined) };
  readName(reading);
  readFacts(reading);
  readCompounds(reading);
  readPhrases(reading);
  readQuotedName(reading);
  readWholeTrade(reading);
  readPlace(reading);
  readSubject(reading);
  request.ledger.push(...ledgerOf(reading, index));
}

function settle(
  { dispositions }: SiteReading,
  { from, to }: Pick<Found<unknown>, "from" | "to">,
  disposition: Disposition,
): void {
  for (let at = from; at < to; at += 1) dispositions[at] ??= disposition;
}

/** "called Casa Ruiz en Sevilla": the place is no part of the name. */
const BEFORE_PLACE = /\s(?:en|à)\s+(?=\p{Lu})/u;

function readName(reading: SiteReading): void {
  const called = calledIn(reading.message, reading.request.locale, BEFORE_PLACE);
  if (!called) return;
  reading.request.name = called.name;
  settleChars(reading, called, met("name"));
}

/** "My flower shop 'Petal & Stem'": what stands in quotes right after the trade is its name. */
function readQuotedName(reading: SiteReading): void {
  const { request, message, tokens, found } = reading;
  const trade = found.find(({ is }) => is.kind === "trade" && is.trade === request.trade);
  const start = tokens[(trade?.to ?? 0) - 1]?.end ?? message.length;
  const quoted = /^\s*["“„«]\s*([^"“”»]{2,40}?)\s*["“”»]/u.exec(message.slice(start));
  if (!quoted?.[1] || request.name !== null) return;
  request.name = quoted[1];
  settleChars(reading, { start, end: start + quoted[0].length }, met("name"));
}

/** German compounds: "Bäckereiseite" is a page, and about a bakery. */
function readCompounds(reading: SiteReading): void {
  if (reading.request.locale !== "de") return;
  reading.tokens.forEach((token, at) => {
    const trade = compoundTrade(token);
    if (trade === undefined || reading.dispositions[at]) return;
    setTrade(reading, trade);
    reading.dispositions[at] = met("trade");
  });
}

/** The trade in a German compound for a site; null if its first part is no trade. Undefined for any other word. */
function compoundTrade({ text }: Token): TradeMeaning | undefined {
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

/** Trades that say little: one that is named beside them counts. */
const GENERAL: ReadonlySet<string> = new Set(["portfolio", "saas", "agency"]);

function setTrade({ request }: SiteReading, { trade, name }: TradeMeaning): void {
  if (request.trade && !GENERAL.has(request.trade.id)) return;
  request.trade = trade;
  request.subject = name;
}

function readPhrases(reading: SiteReading): void {
  for (const [at, phrase] of reading.found.entries())
    settle(reading, phrase, readPhrase(reading, phrase, isNegated(reading, at)));
}

/**
 * Takes a trade into the request. A site has one: another is refused, unless it follows the first ("hotel restaurant")
 * or only says what kind of site it is ("a website for a photographer with a portfolio").
 */
function readTrade(
  reading: SiteReading,
  { is, from, to }: Found<TradeMeaning>,
  negated: boolean,
): Disposition {
  const { request, found } = reading;
  if (negated) return met("absent.it");
  if (isDescribed(reading, from) && !GENERAL.has(is.trade.id)) request.trade = null;
  setTrade(reading, is);
  if (request.trade === is.trade) return met("trade");
  if (is.trade.id === "portfolio") return BY_KIND;
  const isBeside = found.some(
    (each) =>
      each.is.kind === "trade" && each.is.trade === request.trade && (each.to === from || each.from === to),
  );
  return isBeside ? met("trade") : REFUSED;
}

/** "Wedding photographer": in English and German, the last of two trades side by side is what the site is about. */
function isDescribed({ request, found }: SiteReading, from: number): boolean {
  return (
    (request.locale === "en" || request.locale === "de") &&
    found.some((each) => each.is.kind === "trade" && each.is.trade === request.trade && each.to === from)
  );
}

/** Takes what a phrase asks for into the request, and returns what becomes of its words. */
function readPhrase(reading: SiteReading, { is, from, to }: Found<Meaning>, negated: boolean): Disposition {
  const { request } = reading;
  switch (is.kind) {
    case "site":
      return BY_KIND;
    case "section":
      return readSection(request, is.section, negated);
    case "trade":
      return readTrade(reading, { is, from, to }, negated);
    case "color":
      if (!negated) request.accent = is.hex;
      return met(negated ? "absent.color" : "look.accent");
    case "theme":
      request.theme = is.theme;
      return met("look.theme");
    case "scheme":
      request.scheme = is.scheme;
      return met("look.scheme");
    case "beyond":
    case "record":
      return negated ? met("absent.it") : { outcome: "refused", by: BEYOND[request.locale].why };
    case "technology":
      return negated ? met("absent.it") : { outcome: "refused", by: PLAIN_PAGE[request.locale] };
    default:
      return CONTEXT;
  }
}

function readSection(request: SiteRequest, section: SectionKind | "priced", negated: boolean): Disposition {
  const kind = section === "priced" ? "services" : section;
  if (section === "priced") {
    request.priced = !negated;
    if (negated) return met("absent.prices");
  }
  const [into, from] = negated ? [request.unwanted, request.wanted] : [request.wanted, request.unwanted];
  into.add(kind);
  from.delete(kind);
  return met(negated ? `absent.${kind}` : `sections.${kind}`);
}

/** Words after which a negation no longer holds. */
const RESET = /^(in|en|with|mit|avec|con|but|aber|mais|pero|sondern|add|plus|[.!?;\n])$/i;
const AND = /^(and|und|et|y)$/i;
const ARTICLE = /^(a|an|the|ein|eine|einen|une|un|una)$/i;

function isNegated({ tokens, found }: SiteReading, at: number): boolean {
  const from = found[at]?.from ?? 0;
  const negation = found.slice(0, at).findLast(({ is }) => is.kind === "negation");
  if (!negation) return false;
  const between = tokens.slice(negation.to, from);
  return !between.some(
    ({ text }, place) => RESET.test(text) || (AND.test(text) && ARTICLE.test(between[place + 1]?.text ?? "")),
  );
}

/** "goat cheese farm", "bike repair shop": words that describe the trade belong to it, unless they mean something of their own. */
function readWholeTrade(reading: SiteReading): void {
  const { tokens, found, dispositions, request } = reading;
  const trade = found.find(({ is }) => is.kind === "trade" && is.trade === request.trade);
  if (!trade) return;
  const isWord = (at: number) =>
    isContent(tokens[at] as Token, request.locale) && dispositions[at] === undefined;
  let from = trade.from;
  while (from > 0 && isWord(from - 1)) from -= 1;
  const to = isPremises(tokens[trade.to]) && dispositions[trade.to] === undefined ? trade.to + 1 : trade.to;
  if (from === trade.from && to === trade.to) return;
  request.subject = reading.message
    .slice(tokens[from]?.start, tokens[to - 1]?.end)
    .slice(0, 60)
    .trim();
  settle(reading, { from, to }, met("trade"));
}

/** "in Berlin": a capitalised word after a word for places. */
function readPlace(reading: SiteReading): void {
  const { tokens, found, dispositions, request } = reading;
  for (const cue of found.filter(({ is }) => is.kind === "place")) {
    const rest = tokens.slice(cue.to);
    const count = rest.findIndex(
      ({ text }, at) => !/^\p{Lu}/u.test(text) || isSettled(dispositions[cue.to + at]),
    );
    const words = rest.slice(0, count === -1 ? rest.length : count);
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) continue;
    request.place = reading.message.slice(first.start, last.end).slice(0, 60);
    settle(reading, { from: cue.to, to: cue.to + words.length }, met("facts.place"));
  }
}

const isSettled = (disposition: Disposition | undefined): boolean =>
  disposition !== undefined && disposition.outcome !== "context";

/** Words that end what a site is about. */
const STOP =
  /^(with|that|which|who|where|called|named|and|but|in|near|it|please|mit|die|der|das|und|aber|ohne|bitte|avec|qui|et|mais|sans|con|que|y|pero|sin|no|[.,;:!?\n])$/i;

/** "for my goat farm": what a site is about, where no trade is known. */
function readSubject(reading: SiteReading): void {
  const { tokens, found, dispositions, request } = reading;
  const site = found.find(({ is }) => is.kind === "site");
  if (request.trade || request.subject || !site) return;
  const cue = found.find(({ is, from }) => is.kind === "about" && from >= site.to);
  if (!cue) return;
  const end = tokens.findIndex(({ text }, at) => at >= cue.to && STOP.test(text));
  const to = end === -1 ? tokens.length : end;
  const places = tokens.map((_, at) => at).filter((at) => at >= cue.to && at < to);
  const first = places.find((at) => isContent(tokens[at] as Token, request.locale) && !dispositions[at]);
  if (first === undefined) return;
  const last = places.findLast((at) => !isSettled(dispositions[at])) ?? first;
  request.subject = reading.message.slice(tokens[first]?.start, tokens[last]?.end).slice(0, 60).trim();
  settle(reading, { from: first, to: last + 1 }, met("trade"));
}

function ledgerOf({ message, tokens, dispositions, request }: SiteReading, index: number): LedgerEntry[] {
  const offered = met(`sections.${sectionOfPrices(request)}`);
  const settled = tokens
    .map((token, at) => ({ token, disposition: dispositions[at] ?? (isWord(token) ? REFUSED : CONTEXT) }))
    .map(({ token, disposition }) => ({
      token,
      disposition: disposition.by === PRICES ? offered : disposition,
    }))
    .filter(({ token }) => isContent(token, request.locale));
  return entriesOf(message, index, settled);
}

const isWord = ({ kind }: Token): boolean => kind !== "mark";

/** "a website tracker", "a chatbot for my website": the site is not what is asked for. */
function isPartOfOther(tokens: readonly Token[], { from, to }: Found<unknown>, locale: Locale): boolean {
  const next = tokens[to]?.text.toLowerCase() ?? "";
  const before = tokens.slice(0, from).findLast(({ text }) => !DETERMINER.test(text))?.text ?? "";
  return OTHER_HEADS[locale].includes(next) || FOR.test(before);
}

const DETERMINER =
  /^(a|an|the|my|our|your|this|mein|meine|meiner|unsere|unserer|die|der|eine|mon|ma|notre|le|la|un|une|mi|nuestro|nuestra|el|una)$/i;
const FOR = /^(for|about|für|pour|para)$/i;

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
  const found = siteDictionary(locale).find(tokens);
  const nouns = found.flatMap((phrase) => {
    if (phrase.is.kind !== "site" || isPartOfOther(tokens, phrase, locale)) return [];
    return [{ ...phrase, is: phrase.is }];
  });
  const isPortfolio =
    found.some(({ is }) => is.kind === "trade" && is.trade.id !== "portfolio") &&
    found.some((phrase) => isNamedPortfolio(phrase, tokens, locale));
  const compound = locale === "de" && tokens.some((token) => compoundTrade(token) !== undefined);
  const strengths = [...nouns.map(({ is }) => is.strength), ...(isPortfolio ? ["weak" as const] : [])];
  const strength = compound
    ? "page"
    : (["page", "site", "weak"] as const).find((each) => strengths.includes(each));
  const isOfRecords = found.some(({ is }) => is.kind === "record");
  const hasTrade = compound || found.some(({ is }) => is.kind === "trade");
  const isAbout = nouns.some(({ to }) => found.some(({ is, from }) => is.kind === "about" && from >= to));
  return { strength, isOfRecords, hasTrade, isAbout };
}
