import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { Day, SectionKind, SectionOf } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import type { Founder } from "./founder.ts";
import type { PricedOffer } from "./prices.ts";
import type { Trade, Voice } from "./trades/trade.ts";

type Hours = SectionOf<"hours">["days"];

/** What the messages of a person ask of a site. */
export interface SiteRequest {
  /** Of the messages. */
  locale: Locale;
  /** In which the page is wanted, where the messages state it. */
  language: Locale | null;
  /** What a blog is called unless it has a name; null for other sites. */
  blog: string | null;
  name: string | null;
  trade: Trade | null;
  /** What the site is about, in the person's words or in the usual word for the trade. */
  subject: string | null;
  /** Whether the site speaks for one person ("I") or for several ("we"). */
  voice: Voice;
  place: string | null;
  phone: string | null;
  email: string | null;
  /** Street and number, perhaps with the town, as the person wrote it. */
  address: string | null;
  /** ISO 4217; null until a price has one. */
  currency: string | null;
  /** What is offered at stated prices. */
  readonly offers: PricedOffer[];
  /** What is offered above all, in the person's words. */
  readonly specialities: string[];
  readonly people: Founder[];
  hours: Hours;
  readonly closed: Set<Day>;
  priced: boolean;
  accent: string | null;
  theme: ThemeId | null;
  scheme: "light" | "dark" | null;
  readonly wanted: Set<SectionKind>;
  readonly unwanted: Set<SectionKind>;
  readonly ledger: LedgerEntry[];
}

export const emptyRequest = (): SiteRequest => ({
  locale: "en",
  language: null,
  blog: null,
  name: null,
  trade: null,
  subject: null,
  voice: "many",
  place: null,
  phone: null,
  email: null,
  address: null,
  currency: null,
  offers: [],
  specialities: [],
  people: [],
  hours: null,
  closed: new Set(),
  priced: false,
  accent: null,
  theme: null,
  scheme: null,
  wanted: new Set(),
  unwanted: new Set(),
  ledger: [],
});

/** Stands in the ledger of a message until it is known which section shows prices. */
export const PRICES = "prices";

/** The section that shows stated prices: the menu of a trade that has one, or what is offered. */
export const sectionOfPrices = ({ trade }: SiteRequest): "menu" | "services" =>
  trade?.sections.includes("menu") ? "menu" : "services";
