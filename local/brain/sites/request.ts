import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import type { SectionKind, SectionOf } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import type { Trade } from "./trades/trade.ts";

type Hours = SectionOf<"hours">["days"];

/** What the messages of a person ask of a site. */
export interface SiteRequest {
  locale: Locale;
  name: string | null;
  trade: Trade | null;
  /** What the site is about, in the person's words or in the usual word for the trade. */
  subject: string | null;
  place: string | null;
  phone: string | null;
  email: string | null;
  hours: Hours;
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
  name: null,
  trade: null,
  subject: null,
  place: null,
  phone: null,
  email: null,
  hours: null,
  priced: false,
  accent: null,
  theme: null,
  scheme: null,
  wanted: new Set(),
  unwanted: new Set(),
  ledger: [],
});
