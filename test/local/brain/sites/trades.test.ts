import { describe, expect, it } from "@jest/globals";
import { plannedFaults, plannedSchema } from "#core/factory/specification/planned.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { composeSite } from "#local/brain/sites/compose-site.ts";
import { emptyRequest } from "#local/brain/sites/request.ts";
import { TRADES } from "#local/brain/sites/trades/trades.ts";
import { TITLES } from "#local/brain/sites/words.ts";

const KINDS: readonly string[] = ["hero", ...Object.keys(TITLES.en)];

describe("the trades of sites", () => {
  it("are at least forty, with names that no two of them share in a language", () => {
    expect(TRADES.length).toBeGreaterThanOrEqual(40);
    for (const locale of LOCALES) {
      const names = TRADES.flatMap(({ copy }) => copy[locale].names);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it("name sections that exist", () => {
    expect(TRADES.flatMap(({ sections }) => sections).filter((kind) => !KINDS.includes(kind))).toEqual([]);
  });

  it("give a valid site in each language", () => {
    for (const trade of TRADES)
      for (const locale of LOCALES) {
        const [subject = ""] = trade.copy[locale].names;
        const site = composeSite({ ...emptyRequest(), locale, trade, subject });
        expect([trade.id, locale, plannedFaults(plannedSchema.parse(site))]).toEqual([trade.id, locale, []]);
      }
  });

  it("do not speak to the owner instead of the visitor", () => {
    for (const { copy } of TRADES)
      for (const locale of LOCALES)
        expect(copy[locale].about).not.toMatch(/^(Say|Write|Sagen Sie|Schreiben Sie|Dites ce|Di qué)/);
  });
});
