import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Meaning } from "./dictionary.ts";
import type { Found } from "./phrases.ts";
import { isSettled, met, type Range, type SiteReading, settle, wordsOf } from "./site-reading.ts";

/** Words that end what a site is about. */
const STOP =
  /^(with|that|which|who|where|called|named|and|but|in|near|it|please|mit|die|der|das|und|aber|ohne|bitte|avec|qui|et|mais|sans|con|que|y|pero|sin|no|[.,;:!?\n])$/i;

/** "for my goat farm", "a travel blog": what a site is about, where no trade is known. */
export function readSubject(reading: SiteReading): void {
  const { tokens, found, dispositions, request } = reading;
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
