import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { TRANSLATIONS, translationOf } from "#local/brain/roles/translated-questions.ts";
import { PASSAGES, QUESTIONS } from "#test/support/questions.ts";

const PAGE = "docs/questions.md#";
const sections = new Map(PASSAGES.map(({ path, text }) => [path, text]));
const codesIn = (text: string) => (text.match(/`[^`]+`/g) ?? []).toSorted();

describe.each([...TRANSLATIONS])("the translation of the section %s", (anchor, { digest, ...texts }) => {
  const section = sections.get(`${PAGE}${anchor}`) ?? "";

  // A section that changed: read the three translations again, then write the new digest beside them.
  it("was read again after the last change of the section", () => {
    expect(digest).toBe(createHash("sha256").update(section).digest("hex").slice(0, 8));
  });

  it("names the same commands and settings", () => {
    for (const text of Object.values(texts)) expect(codesIn(text)).toEqual(codesIn(section));
  });
});

describe("the translated sections", () => {
  it("contain those of the commonest questions", () => {
    const asked = QUESTIONS.filter(({ lang, section }) => lang !== "en" && section?.startsWith(PAGE));
    expect(asked.length).toBeGreaterThan(30);
    for (const { lang, section } of asked)
      expect(translationOf(section ?? "", lang)).toEqual(expect.any(String));
  });

  it("are those of this page alone, and English needs none", () => {
    expect(translationOf("docs/costs.md#what-does-it-cost", "de")).toBeUndefined();
    expect(translationOf(`${PAGE}what-does-it-cost`, "en")).toBeUndefined();
  });
});
