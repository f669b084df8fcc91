import { describe, expect, it } from "@jest/globals";
import { countedIn } from "#web/words/counted.ts";
import { formatsOf } from "#web/words/formats.ts";
import { languageFor, localeFor } from "#web/words/language.ts";

describe("the language of the client", () => {
  it.each([
    ["the chosen one", "fr", ["de-AT", "en"], "fr"],
    ["the first of the browser's that it has", null, ["nl", "de-AT", "en"], "de"],
    ["English if it has none of them", null, ["nl-BE", "ja"], "en"],
    ["the browser's if what was kept is none", "klingon", ["es-MX"], "es"],
    ["never one whose tag only begins alike", null, ["den", "frr"], "en"],
  ])("is %s", (_, chosen, preferred, language) => {
    expect(languageFor(chosen, preferred)).toBe(language);
  });

  it("writes numbers as the person's region does", () => {
    expect(localeFor("de", ["en-US", "de-CH", "de"])).toBe("de-CH");
    expect(localeFor("fr", ["en-US"])).toBe("fr");
    expect(localeFor("en", ["en-US@posix", "en-GB"])).toBe("en-GB");
  });
});

/** With spaces that break, whatever the version of the data of the languages has. */
const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, " ");

describe("formats", () => {
  it.each([
    ["en", "0.8 s", "2 min 05 s", "$0.0042", "$1.20", "3 minutes ago", "yesterday"],
    ["de", "0,8 s", "2 min 05 s", "0,0042 $", "1,20 $", "vor 3 Minuten", "gestern"],
    ["fr", "0,8 s", "2 min 05 s", "0,0042 $", "1,20 $", "il y a 3 minutes", "hier"],
    ["es", "0,8 s", "2 min 05 s", "0,0042 $", "1,20 $", "hace 3 minutos", "ayer"],
  ])("of %s", (language, short, long, fraction, amount, minutes, yesterday) => {
    const { duration, money, fromNow } = formatsOf(language);
    expect([duration(800), duration(125_000), money(0.0042), money(1.2)].map(plain)).toEqual([
      short,
      long,
      fraction,
      amount,
    ]);
    expect([fromNow(-180_000), fromNow(-86_400_000)].map(plain)).toEqual([minutes, yesterday]);
    expect(fromNow(-44_000)).toBeUndefined();
    expect(plain(duration(3_600_000 * 3 + 61_000))).toBe("3 h 01 min");
  });

  it("count long durations in days, in their language", () => {
    const ms = 4 * 86_400_000;
    expect(["en", "de", "fr", "es"].map((language) => plain(formatsOf(language).duration(ms)))).toEqual([
      "4 days",
      "4 Tage",
      "4 jours",
      "4 días",
    ]);
  });

  it("count with the noun in its form, where French has the singular for nothing", () => {
    const [en, fr] = [countedIn("en"), countedIn("fr")];
    expect([0, 1, 1200].map((count) => en(count, "file", "files"))).toEqual([
      "0 files",
      "1 file",
      "1,200 files",
    ]);
    expect([0, 1, 2].map((count) => fr(count, "fichier", "fichiers"))).toEqual([
      "0 fichier",
      "1 fichier",
      "2 fichiers",
    ]);
  });
});
