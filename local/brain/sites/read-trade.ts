import { isHeadFirst } from "#local/brain/recognise/read/language.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Disposition } from "#local/brain/roles/ledger-entries.ts";
import { changeOfTrade } from "./change-of-trade.ts";
import { compoundTrade, type TradeMeaning } from "./compound.ts";
import type { Found } from "./phrases.ts";
import { isPremises } from "./premises.ts";
import type { SiteRequest } from "./request.ts";
import {
  BY_KIND,
  CONTEXT,
  met,
  REFUSED,
  type SiteReading,
  settle,
  settleChars,
  wordsOf,
} from "./site-reading.ts";
import { isGeneral } from "./trades/trades.ts";
import { AND, DETERMINER, FOR } from "./words.ts";

/** German compounds: "Bäckereiseite" is a page, and about a bakery. */
export function readCompounds(reading: SiteReading): void {
  if (reading.request.locale !== "de") return;
  reading.tokens.forEach((token, at) => {
    const trade = compoundTrade(token);
    if (trade === undefined || reading.dispositions[at]) return;
    setTrade(reading, trade);
    reading.dispositions[at] = met("trade");
  });
}

function setTrade({ request }: SiteReading, { trade, name }: TradeMeaning): void {
  if (request.trade && !isGeneral(request.trade)) return;
  const { persons } = trade.copy[request.locale];
  request.trade = trade;
  request.voice = persons.has(name) ? "one" : "many";
  // German writes nouns with a capital.
  request.subject = request.locale === "de" ? name.charAt(0).toLocaleUpperCase("de") + name.slice(1) : name;
}

/**
 * Takes a trade into the request. A site has one: another is refused, unless it follows the first ("hotel restaurant")
 * or only says what kind of site it is ("a website for a photographer with a portfolio").
 */
export function readTrade(
  reading: SiteReading,
  { is, from, to }: Found<TradeMeaning>,
  negated: boolean,
): Disposition {
  const { request, found, tokens } = reading;
  if (negated) return met("absent.it");
  const change = changeOfTrade(reading, { from, to });
  if (change) {
    dropTrade(request);
    settleChars(reading, change, CONTEXT);
  }
  if (isDescribed(reading, from) && !isGeneral(is.trade)) request.trade = null;
  setTrade(reading, is);
  if (request.trade === is.trade) return met("trade");
  if (is.trade.id === "portfolio") return BY_KIND;
  const isBeside = found.some(
    (each) =>
      each.is.kind === "trade" &&
      each.is.trade === request.trade &&
      (each.to === from ||
        each.from === to ||
        (each.to === from - 1 && FOR.test(tokens[each.to]?.text ?? ""))),
  );
  return isBeside ? met("trade") : REFUSED;
}

/** Takes back the trade of earlier messages, whose words now ask for nothing. */
export function dropTrade(request: SiteRequest): void {
  request.trade = null;
  request.ledger.forEach(({ by }, at) => {
    const entry = request.ledger[at];
    if (entry && by === "trade") request.ledger[at] = { ...entry, outcome: "context", by: null };
  });
}

/** "Wedding photographer": in English and German, the last of two trades side by side is what the site is about. */
function isDescribed({ request, found }: SiteReading, from: number): boolean {
  return (
    (request.locale === "en" || request.locale === "de") &&
    found.some((each) => each.is.kind === "trade" && each.is.trade === request.trade && each.to === from)
  );
}

/** "goat cheese farm", "bike repair shop": words that describe the trade belong to it, unless they mean something of their own. */
export function readWholeTrade(reading: SiteReading): void {
  const { tokens, found, dispositions, request } = reading;
  const trade = found.find(({ is }) => is.kind === "trade" && is.trade === request.trade);
  if (!trade) return;
  const isWord = (at: number) =>
    tokens[at] !== undefined && isContent(tokens[at], request.locale) && dispositions[at] === undefined;
  let from = trade.from;
  while (from > 0 && isWord(from - 1)) from -= 1;
  // "Una panadería artesanal": in French and Spanish, what describes the trade follows it.
  const last = isHeadFirst(request.locale) && isWord(trade.to) ? trade.to + 1 : trade.to;
  const end = isPremises(tokens[trade.to]) && dispositions[trade.to] === undefined ? trade.to + 1 : last;
  const to = endOfPurpose(reading, end);
  if (from === trade.from && to === trade.to) return;
  request.subject = wordsOf(reading, { from, to });
  settle(reading, { from, to }, met("trade"));
}

/** "a photographer for weddings and portraits": what the trade is for says more of it; the end of the trade if it says nothing. */
function endOfPurpose({ tokens, dispositions, request }: SiteReading, from: number): number {
  if (!FOR.test(tokens[from]?.text ?? "")) return from;
  const isPurpose = (at: number) =>
    tokens[at] !== undefined &&
    (dispositions[at] === undefined || dispositions[at].by === "trade") &&
    (isContent(tokens[at], request.locale) || DETERMINER.test(tokens[at].text));
  let to = from + 1;
  while (isPurpose(to) || (to > from + 1 && AND.test(tokens[to]?.text ?? "") && isPurpose(to + 1))) to += 1;
  return to > from + 1 ? to : from;
}
