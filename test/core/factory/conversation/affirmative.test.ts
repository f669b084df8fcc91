import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { isAffirmative } from "#core/factory/conversation/affirmative.ts";
import { fc } from "#test/support/property.ts";

/** `nothing` are those of `no` that change nothing beside a yes. */
const { yes, no, nothing }: Record<"yes" | "no" | "nothing", string[]> = JSON.parse(
  readFileSync(new URL("../../../cases/affirmative.json", import.meta.url), "utf8"),
);

describe("a sentence at the confirmation", () => {
  it("is tried in more than a hundred forms that confirm, and as many that do not, in four languages", () => {
    expect(yes.length).toBeGreaterThan(100);
    expect(no.length).toBeGreaterThan(100);
  });

  it.each(yes)("%j confirms", (sentence) => expect(isAffirmative(sentence)).toBe(true));
  it.each(no)("%j does not confirm", (sentence) => expect(isAffirmative(sentence)).toBe(false));

  it("does not confirm when a part that does not confirm is added", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...yes),
        fc.constantFrom(...no.filter((text) => /\p{L}{3}/u.test(text) && !nothing.includes(text))),
        fc.constantFrom(" ", ", ", ". ", " and ", " - ", "\n", "; "),
        (first, second, glue) => {
          expect(isAffirmative(`${first}${glue}${second}`)).toBe(false);
          expect(isAffirmative(`${second}${glue}${first}`)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
