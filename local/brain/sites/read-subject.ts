import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";
import { cueOfChange } from "./change-of-trade.ts";
import type { Meaning } from "./dictionary.ts";
import type { Found } from "./phrases.ts";
import { dropTrade } from "./read-trade.ts";
import {
  CONTEXT,
  isSettled,
  met,
  type Range,
  type SiteReading,
  settle,
  settleChars,
  wordsOf,
} from "./site-reading.ts";

/** Words that end what a site is about. */
const STOP =
  /^(with|that|which|who|where|called|named|and|but|in|near|it|please|mit|die|der|das|und|aber|ohne|bitte|avec|qui|et|mais|sans|con|que|y|pero|sin|no|[.,;:!?\n])$/i;

/** "for my goat farm", "a travel blog": what a site is about, where no trade is known. */
export function readSubject(reading: SiteReading): void {
  const { tokens, found, dispositions, request } = reading;
  readOtherSubject(reading);
  const site = found.find(({ is }) => is.kind === "site" || is.kind === "blog");
  if (request.trade || request.subject || !site) return;
  const isWord = (at: number) => isContent(tokens[at] as Token, request.locale) && !dispositions[at];
  const after = subjectAfter(reading, site, isWord);
  const range = after ?? subjectBefore(site, isWord);
  if (!range) return;
  request.subject = wordsOf(reading, range);
  settle(reading, range, met("trade"));
  if (request.blog !== null)
    request.blog = after ? request.subject : wordsOf(reading, { ...range, to: site.to });
}

/** "Make it for a blacksmith": a later message names another subject, of a trade that is not known. */
function readOtherSubject(reading: SiteReading): void {
  const { request, message, tokens, found, dispositions } = reading;
  const cue = request.ledger.length > 0 ? cueOfChange(message, request.locale) : null;
  if (
    !cue ||
    !FOR.test(message.slice(cue.end - 5, cue.end + 8)) ||
    found.some(({ is }) => is.kind === "trade")
  )
    return;
  const isWord = (at: number) => isContent(tokens[at] as Token, request.locale) && !dispositions[at];
  const from = tokens.findIndex(({ start }, at) => start >= cue.end && isWord(at));
  if (from < 0) return;
  const end = tokens.findIndex(({ text }, at) => at >= from && STOP.test(text));
  const range = { from, to: end === -1 ? tokens.length : end };
  dropTrade(request);
  settleChars(reading, cue, CONTEXT);
  request.subject = wordsOf(reading, range);
  settle(reading, range, met("trade"));
}

/** A word that says what the site is for, or about. */
const FOR = /(?<!\p{L})(?:for|about|into|to|für|über|pour|sur|para|sobre)(?!\p{L})/iu;

type IsWord = (at: number) => boolean;

function subjectAfter(
  { tokens, found, dispositions }: SiteReading,
  site: Range,
  isWord: IsWord,
): Range | undefined {
  const cue = found.find(({ is, from }) => is.kind === "about" && from >= site.to);
  if (!cue) return undefined;
  const end = tokens.findIndex(({ text }, at) => at >= cue.to && STOP.test(text));
  const to = end === -1 ? tokens.length : end;
  const places = tokens.map((_, at) => at).filter((at) => at >= cue.to && at < to);
  const first = places.find(isWord);
  if (first === undefined) return undefined;
  return { from: first, to: (places.findLast((at) => !isSettled(dispositions[at])) ?? first) + 1 };
}

/** The words that describe a blog. */
function subjectBefore({ is, from }: Found<Meaning>, isWord: IsWord): Range | undefined {
  let first = from;
  while (first > 0 && isWord(first - 1)) first -= 1;
  return is.kind === "blog" && first < from ? { from: first, to: from } : undefined;
}
