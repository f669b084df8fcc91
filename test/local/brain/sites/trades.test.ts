import { describe, expect, it } from "@jest/globals";
import { plannedFaults, plannedSchema } from "#core/factory/specification/planned.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { composeSite } from "#local/brain/sites/compose-site.ts";
import { emptyRequest } from "#local/brain/sites/request.ts";
import { TRADES } from "#local/brain/sites/trades/trades.ts";
import { TITLES } from "#local/brain/sites/words.ts";

const KINDS: readonly string[] = ["hero", ...Object.keys(TITLES.en)];

/** Words of the first person, as far as they can be told from others; Spanish also by the ends of its verbs. */
const OF_SEVERAL = {
  en: /\b(we|us|our|ours)\b/i,
  de: /(?<!\p{L})(wir|uns|unser\p{L}*)(?!\p{L})/iu,
  fr: /(?<!\p{L})(nous|notre|nos)(?!\p{L})/iu,
  es: /(?<!\p{L})(nos|nosotros|nuestr[oa]s?|\p{L}{2,}[aei]mos)(?!\p{L})/iu,
};
const OF_ONE = {
  en: /\b(I|me|my)\b/,
  de: /(?<!\p{L})(ich|mich|mir|mein\p{L}*)(?!\p{L})/iu,
  fr: /(?<!\p{L})(je|moi|mon|ma|mes|j[’']\p{L}+)(?!\p{L})/iu,
  es: /(?<!\p{L})(yo|mí|mis?|conmigo|me)(?!\p{L})/iu,
};

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
        for (const about of Object.values(copy[locale].about))
          expect(about).not.toMatch(/^(Say|Write|Sagen Sie|Schreiben Sie|Dites ce|Di qué)/);
  });

  it("speak with one voice on a page: of one person, or of several", () => {
    const faults: unknown[] = [];
    for (const trade of TRADES)
      for (const locale of LOCALES)
        for (const name of trade.copy[locale].names) {
          const one = trade.copy[locale].persons.has(name);
          const voice = one ? "one" : "many";
          const wanted = new Set(["about", "services", "steps", "map"] as const);
          const site = composeSite({ ...emptyRequest(), locale, trade, subject: name, voice, wanted });
          // Questions are those of visitors.
          const texts = JSON.stringify(site.sections.filter(({ kind }) => kind !== "faq"));
          const wrong = (one ? OF_SEVERAL : OF_ONE)[locale].exec(texts);
          if (wrong) faults.push([trade.id, locale, name, wrong[0]]);
        }
    expect(faults).toEqual([]);
  });

  it("speak for a team, whoever asks", () => {
    const trade = TRADES.find(({ id }) => id === "photographer") ?? null;
    const wanted = new Set(["team"] as const);
    const site = composeSite({ ...emptyRequest(), trade, subject: "photographer", voice: "one", wanted });
    expect(site.sections.map(({ title }) => title)).toContain("What we offer");
  });
});
