import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { SectionKind } from "#core/factory/specification/site.ts";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import { type Token, tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { type Disposition, entriesOf } from "#local/brain/roles/ledger-entries.ts";
import { withBlog } from "./blog.ts";
import { type Meaning, siteDictionary } from "./dictionary.ts";
import { readOffered } from "./offered.ts";
import type { Found } from "./phrases.ts";
import { withoutPremises } from "./premises.ts";
import { readFacts } from "./read-facts.ts";
import { readName, readNameAfterTrade, readQuotedName } from "./read-site-name.ts";
import { readSubject } from "./read-subject.ts";
import { readCompounds, readTrade, readWholeTrade } from "./read-trade.ts";
import { PRICES, type SiteRequest, sectionOfPrices } from "./request.ts";
import {
  BY_KIND,
  CONTEXT,
  isSettled,
  isWithin,
  met,
  type Range,
  REFUSED,
  type SiteReading,
  settle,
  wordsOf,
} from "./site-reading.ts";
import { specialitiesIn } from "./specialities.ts";
import { AND, BEYOND, PLAIN_PAGE } from "./words.ts";

/** Reads one more message into the request for a site. `index` is its place in the conversation. */
export function readSite(request: SiteRequest, message: string, index: number): void {
  const tokens = tokensOf(message);
  request.locale = localeOf(tokens, request.locale) ?? "en";
  const all = withBlog(siteDictionary(request.locale).find(tokens), tokens, request.locale);
  const phrases = withoutPremises(all, tokens, request.locale);
  const specialities = specialitiesIn(phrases, tokens, request.locale);
  const found = phrases.filter((phrase) => !specialities.some((each) => isWithin(phrase, each)));
  const reading: SiteReading = {
    request,
    earlier: request.trade,
    message,
    tokens,
    found,
    dispositions: tokens.map(() => undefined),
  };
  for (const speciality of specialities) readSpeciality(reading, speciality);
  readName(reading);
  readNameAfterTrade(reading);
  readFacts(reading);
  readCompounds(reading);
  readPhrases(reading);
  readQuotedName(reading);
  readWholeTrade(reading);
  readPlace(reading);
  readSubject(reading);
  readOffered(reading);
  request.ledger.push(...ledgerOf(reading, index));
}

function readSpeciality(reading: SiteReading, { name, from, to }: Range & { name: string }): void {
  reading.request.specialities.push(name);
  reading.request.wanted.add("services");
  settle(reading, { from, to }, met("sections.services"));
}

function readPhrases(reading: SiteReading): void {
  for (const [at, phrase] of reading.found.entries()) {
    // The words of a name or a fact ask for nothing else: "Blue Door" is no colour.
    const isRead = reading.dispositions.slice(phrase.from, phrase.to).every((each) => each !== undefined);
    if (!isRead) settle(reading, phrase, readPhrase(reading, phrase, isNegated(reading, at)));
  }
}

/** "Photography blog": a trade before it belongs to what it is called. */
const startOfBlog = ({ found }: SiteReading, from: number): number =>
  found.find((phrase) => phrase.to === from && phrase.is.kind === "trade")?.from ?? from;

/** Takes what a phrase asks for into the request, and returns what becomes of its words. */
function readPhrase(reading: SiteReading, { is, from, to }: Found<Meaning>, negated: boolean): Disposition {
  const { request } = reading;
  switch (is.kind) {
    case "site":
      return BY_KIND;
    case "blog":
      request.blog ??= wordsOf(reading, { from: startOfBlog(reading, from), to });
      return met("sections.posts");
    case "section":
      if (!negated && isAppointments(reading, from))
        return { outcome: "refused", by: BEYOND[request.locale].why };
      return readSection(request, is.section, negated);
    case "trade":
      return readTrade(reading, { is, from, to }, negated);
    case "color":
      if (!negated) request.accent = is.hex;
      return met(negated ? "absent.color" : "look.accent");
    case "theme":
      // "An Instagram link": only beside a word for looks does a product say how the page looks.
      if (!LOOKS.test(reading.message)) return { outcome: "refused", by: BEYOND[request.locale].why };
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

const LOOKS =
  /(?<!\p{L})(?:styles?|styled|like|looks?|looking|clone|theme|design|inspired|stil|wie|aussehen|artig|comme|façon|thème|estilo|como|tema|diseño)(?!\p{L})/iu;

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

/** The "Termine" of a hairdresser are appointments, which a page cannot book; those of a choir are events. */
function isAppointments({ tokens, found }: SiteReading, at: number): boolean {
  const trade = found.find(({ is }) => is.kind === "trade")?.is;
  const hasEvents = trade?.kind === "trade" && trade.trade.sections.includes("events");
  return trade !== undefined && !hasEvents && /^termine?n?$/i.test(tokens[at]?.text ?? "");
}

/** Words after which a negation no longer holds. */
const RESET = /^(in|en|with|mit|avec|con|but|aber|mais|pero|sondern|add|plus|[.!?;\n])$/i;
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
