import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";
import { DE } from "#web/words/de/catalogue.ts";
import { EN } from "#web/words/en/catalogue.ts";
import { ES } from "#web/words/es/catalogue.ts";
import { FR } from "#web/words/fr/catalogue.ts";

const LANGUAGES = { en: EN, de: DE, fr: FR, es: ES } as const;

describe.each(Object.entries(LANGUAGES))("the examples in %s", (language, { build }) => {
  it.each(Object.entries(build.examples))("plan %s without a model, in their language, in full", (_, say) => {
    const { proposal } = consult({ messages: [say] });
    expect({
      locale: proposal?.specification?.locale,
      refused: proposal?.ledger?.filter(({ outcome }) => outcome === "refused"),
    }).toEqual({ locale: language, refused: [] });
  });

  it("and the one in the empty box as well", () => {
    const { proposal } = consult({ messages: [build.anApp] });
    expect([proposal?.specification?.locale, proposal?.questions]).toEqual([language, []]);
  });
});
