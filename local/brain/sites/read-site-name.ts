import { calledIn } from "#local/brain/recognise/read/called.ts";
import { nameAfterTrade } from "./name-after-trade.ts";
import { met, type SiteReading, settleChars } from "./site-reading.ts";

/** "called Casa Ruiz en Sevilla": the place is no part of the name. */
const BEFORE_PLACE = /\s(?:en|à)\s+(?=\p{Lu})/u;

export function readName(reading: SiteReading): void {
  const called = calledIn(reading.message, reading.request.locale, BEFORE_PLACE);
  if (!called) return;
  reading.request.name = called.name;
  settleChars(reading, called, met("name"));
}

export function readNameAfterTrade(reading: SiteReading): void {
  const name = reading.request.name === null ? nameAfterTrade(reading) : undefined;
  if (!name) return;
  reading.request.name = name.value;
  settleChars(reading, name, met("name"));
}

/** "My flower shop 'Petal & Stem'": what stands in quotes right after the trade is its name. */
export function readQuotedName(reading: SiteReading): void {
  const { request, message, tokens, found } = reading;
  const trade = found.find(({ is }) => is.kind === "trade" && is.trade === request.trade);
  const start = tokens[(trade?.to ?? 0) - 1]?.end ?? message.length;
  const quoted = /^\s*["“„«]\s*([^"“”»]{2,40}?)\s*["“”»]/u.exec(message.slice(start));
  if (!quoted?.[1] || request.name !== null) return;
  request.name = quoted[1];
  settleChars(reading, { start, end: start + quoted[0].length }, met("name"));
}
