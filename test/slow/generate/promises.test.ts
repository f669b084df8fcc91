import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { performAll } from "./perform-all.ts";

/** Records that are named by their day. */
const nights = consult({ messages: ["sleep log"] }).proposal?.specification;
if (nights?.kind !== "app") throw new TypeError("no specification");

describe("a generated app", () => {
  it.each([PLANTS, HOUSEHOLD, nights])(
    "keeps all that is promised of it in a browser: $name",
    async (specification) => {
      const { files, acceptance } = generate(specification);
      const report = await performAll(files, acceptance);
      expect(report.results.filter(({ passed }) => !passed)).toEqual([]);
      expect(report.page_errors).toEqual([]);
    },
  );
});
