import {
  DAYS,
  type Section,
  type SectionKind,
  type SectionOf,
  type Site,
} from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { BLOG_ABOUT } from "./blog.ts";
import { shownName } from "./prices.ts";
import { type SiteRequest, sectionOfPrices } from "./request.ts";
import { TEXTS, TEXTS_OF_ONE } from "./texts.ts";
import { businessOf } from "./trades/businesses.ts";
import type { Voice } from "./trades/trade.ts";
import { TITLES, TITLES_OF_ONE } from "./words.ts";

/** The order of the sections on a page. */
const ORDER = [
  "about",
  "services",
  "menu",
  "steps",
  "gallery",
  "team",
  "testimonials",
  "events",
  "posts",
  "hours",
  "map",
  "faq",
  "contact",
] as const satisfies readonly SectionKind[];

/** Sections of sites about what is no known trade. */
const USUAL: readonly SectionKind[] = ["about", "services", "contact"];
const OF_BLOGS: readonly SectionKind[] = ["about", "posts", "contact"];
/** Sections that would only have places for names and words of people: shown if they are asked for. */
const OF_PEOPLE: ReadonlySet<string> = new Set(["team", "testimonials"]);
/** How many places a section has for what is not known yet. */
const PICTURES = 6;
const PEOPLE = 3;
const QUOTES = 2;

/** The site that a person asked for. What they did not say is a usual text, or a marked place. */
export function composeSite(request: SiteRequest): Site {
  const { locale, trade, subject, blog, phone, email, address, place, scheme, theme } = request;
  const about = subject ?? blog ?? TEXTS[locale].untitled;
  const business = trade ? businessOf(trade.id) : undefined;
  return {
    version: 1,
    kind: "site",
    name: nameOf(request, about),
    locale,
    currency: request.currency ?? "EUR",
    look: {
      ...(theme === null ? {} : { theme }),
      accent: request.accent ?? (theme === null ? (trade?.accent ?? null) : null),
      background: null,
      density: "comfortable",
      scheme: scheme ?? "both",
    },
    trade: about,
    ...(business !== undefined && { business }),
    facts: { phone, email, address, place },
    sections: sectionsOf(request, about),
  };
}

function sectionsOf(request: SiteRequest, about: string): Section[] {
  const { locale, trade } = request;
  const kinds = kindsOf(request);
  const action =
    request.blog !== null && kinds.includes("posts")
      ? "posts"
      : kinds.includes("contact")
        ? "contact"
        : (kinds[0] ?? null);
  const headline =
    request.blog !== null
      ? nameOf(request, about)
      : (trade?.copy[locale].headline[voiceOf(request)] ?? TEXTS[locale].headline(request.name ?? about));
  const lead = trade && kinds.includes("about") ? leadOf(request) : textOf(request, about);
  return [
    { id: "hero", kind: "hero", title: headline, lead, action },
    ...kinds.map((kind) => BUILDERS[kind](request, about)),
  ];
}

function kindsOf(request: SiteRequest): Exclude<SectionKind, "hero">[] {
  const { blog, trade, wanted, unwanted, locale } = request;
  const usual = blog !== null ? OF_BLOGS : trade ? ["about", ...trade.sections, "contact"] : USUAL;
  const offers = blog === null && trade && !trade.sections.includes("menu") ? ["services"] : [];
  const kinds = new Set<string>(
    [...usual, ...offers].filter((kind) => !OF_PEOPLE.has(kind)).concat([...wanted]),
  );
  if (request.offers.length > 0) kinds.add(sectionOfPrices(request));
  if (!wanted.has("about") && trade && restOf(trade.copy[locale].about[voiceOf(request)]) === "")
    kinds.delete("about");
  return ORDER.filter((kind) => kinds.has(kind) && !unwanted.has(kind));
}

const copyOf = ({ trade, locale }: SiteRequest) => trade?.copy[locale];

/** A site that shows a team says "we", even if its trade is that of one person. */
const voiceOf = ({ voice, wanted }: SiteRequest): Voice => (wanted.has("team") ? "many" : voice);

/** The texts of sites that suit who speaks. */
const textsOf = (request: SiteRequest) =>
  voiceOf(request) === "one"
    ? { ...TEXTS[request.locale], ...TEXTS_OF_ONE[request.locale] }
    : TEXTS[request.locale];

/** The first sentence of the trade's text; the section about it has the rest. */
function leadOf(request: SiteRequest): string {
  const text = copyOf(request)?.about[voiceOf(request)] ?? "";
  return /^[^.!?]+[.!?]/.exec(text)?.[0] ?? text;
}

const textOf = (request: SiteRequest, about: string): string =>
  copyOf(request)?.about[voiceOf(request)] ??
  (request.blog === null
    ? TEXTS[request.locale].about(request.name ?? about)
    : BLOG_ABOUT[request.locale](request.subject));

/** What the site is called. */
const nameOf = ({ name, blog, locale }: SiteRequest, about: string): string =>
  name ?? capitalised(blog ?? about, locale);

const restOf = (text: string): string => text.replace(/^[^.!?]+[.!?]\s*/, "");

/** What the beginning of the page does not say already. */
function aboutOf(request: SiteRequest, about: string): string {
  const text = textOf(request, about);
  return restOf(text) || text;
}

type Builders = {
  readonly [K in Exclude<SectionKind, "hero">]: (request: SiteRequest, about: string) => SectionOf<K>;
};

const BUILDERS: Builders = {
  about: (request, about) => ({ ...begin("about", request), text: aboutOf(request, about) }),
  services: (request) => ({
    ...begin("services", request),
    priced: request.priced || (request.offers.length > 0 && sectionOfPrices(request) === "services"),
    items: offersOf(request),
  }),
  steps: (request) => ({ ...begin("steps", request), items: [...textsOf(request).steps] }),
  menu: (request) => ({ ...begin("menu", request), groups: menuOf(request) }),
  gallery: (request) => ({ ...begin("gallery", request), captions: places(PICTURES, () => null) }),
  team: (request) => ({
    ...begin("team", request),
    people: request.people.length > 0 ? request.people : places(PEOPLE, () => ({ name: null, role: null })),
  }),
  testimonials: (request) => ({
    ...begin("testimonials", request),
    quotes: places(QUOTES, () => ({ text: null, by: null })),
  }),
  hours: (request) => ({
    ...begin("hours", request),
    days: request.hours,
    ...(request.closed.size > 0 && { closed: closedDays(request) }),
  }),
  map: (request) => begin("map", request),
  faq: (request) => ({ ...begin("faq", request), items: [...textsOf(request).faq] }),
  contact: (request) => begin("contact", request),
  events: (request) => ({
    ...begin("events", request),
    items: [{ name: TEXTS[request.locale].event, date: null, text: null }],
  }),
  posts: (request) => ({
    ...begin("posts", request),
    items: [{ name: TEXTS[request.locale].post, text: null }],
  }),
};

const begin = <K extends Exclude<SectionKind, "hero">>(kind: K, request: SiteRequest) => ({
  id: kind,
  kind,
  title: titleOf(kind, request),
});

function titleOf(kind: Exclude<SectionKind, "hero">, request: SiteRequest): string {
  const { locale } = request;
  return (voiceOf(request) === "one" ? TITLES_OF_ONE[locale][kind] : undefined) ?? TITLES[locale][kind];
}

/** In the order of the week; a day with hours is not closed. */
const closedDays = ({ closed, hours }: SiteRequest) =>
  DAYS.filter((day) => closed.has(day) && !hours?.some((each) => each.day === day));

const places = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const offer = (name: string) => ({ name, text: null, price: null });

/** The most that a section shows. */
const MAX_OFFERS = 12;

/** What the person said that is offered, at its price; a later price of the same offer counts. */
function statedOffers({ offers, locale }: SiteRequest) {
  const byName = new Map(offers.map((each) => [each.name.toLocaleLowerCase(locale), each]));
  return [...byName.values()]
    .slice(0, MAX_OFFERS)
    .map(({ name, price }) => ({ name: shownName(name, locale), text: null, price }));
}

function offersOf(request: SiteRequest) {
  const { locale } = request;
  const stated = statedOffers(request);
  const usual = (copyOf(request)?.offers ?? TEXTS[locale].offers).map(offer);
  const others = stated.length > 0 && sectionOfPrices(request) === "services" ? stated : usual;
  const key = (name: string) => name.toLocaleLowerCase(locale);
  const names = new Map(request.specialities.map((name) => [key(name), shownName(name, locale)]));
  const first = [...names.values()].map(
    (name) => others.find((each) => key(each.name) === key(name)) ?? offer(name),
  );
  const isNamed = (text: string) => [...names.keys()].some((name) => key(text).includes(name));
  return [...first, ...others.filter(({ name }) => !isNamed(name))].slice(0, MAX_OFFERS);
}

function menuOf(request: SiteRequest) {
  const menu = copyOf(request)?.menu ?? [];
  const stated = statedOffers(request);
  if (stated.length > 0) return [{ name: titleOf("services", request), items: stated }];
  const groups = menu.map(([name, ...items]) => ({ name, items: items.map(offer) }));
  return groups.length > 0 ? groups : [{ name: titleOf("services", request), items: offersOf(request) }];
}

const capitalised = (text: string, locale: Locale): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
