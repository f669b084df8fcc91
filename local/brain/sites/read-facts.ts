import { addressIn } from "./address.ts";
import { closedIn, emailIn, type Fact, hoursIn, phoneIn } from "./facts.ts";
import { founderIn } from "./founder.ts";
import { OTHER_LANGUAGE, pageLanguageIn } from "./page-language.ts";
import { pricesIn } from "./prices.ts";
import { PRICES } from "./request.ts";
import { met, type SiteReading, settleChars } from "./site-reading.ts";

/**
 * Takes what a message states of a business into the request: e-mail address, postal address, opening hours, prices,
 * phone number and founder. What was read once is not read again: the digits of hours are neither a price nor a phone.
 */
export function readFacts(reading: SiteReading): void {
  const { request, message } = reading;
  readLanguage(reading);
  let rest = message;
  const take = <T>(fact: Fact<T> | undefined, by: string): T | undefined => {
    if (!fact) return undefined;
    settleChars(reading, fact, met(by));
    rest = `${rest.slice(0, fact.start)}${";".repeat(fact.end - fact.start)}${rest.slice(fact.end)}`;
    return fact.value;
  };
  request.email = take(emailIn(rest), "facts.email") ?? request.email;
  request.address = take(addressIn(rest), "facts.address") ?? request.address;
  const hours = take(hoursIn(rest), "sections.hours");
  if (hours) {
    request.hours = hours;
    request.wanted.add("hours");
  }
  const closed = take(closedIn(rest), "sections.hours");
  for (const day of closed ?? []) request.closed.add(day);
  if (closed) request.wanted.add("hours");
  for (const fact of pricesIn(rest)) {
    const offer = take(fact, PRICES);
    if (offer) request.offers.push(offer);
    request.currency = fact.currency ?? request.currency;
  }
  request.phone = take(phoneIn(rest), "facts.phone")?.trim() ?? request.phone;
  const founder = take(founderIn(rest, request.locale), "sections.team");
  if (founder) {
    request.people.push(founder);
    request.wanted.add("team");
  }
}

/** The language of the page: "in German" is no town. */
function readLanguage(reading: SiteReading): void {
  const language = pageLanguageIn(reading.message);
  if (!language) return;
  const { request } = reading;
  const refused = { outcome: "refused", by: OTHER_LANGUAGE[request.locale] } as const;
  settleChars(reading, language, language.value === null ? refused : met("locale"));
  request.language = language.value ?? request.language;
}
