import { expect, it } from "@jest/globals";
import { mergeRelease } from "#core/factory/change/merge-release.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { MANIFEST, PLAN } from "#test/support/samples.ts";

const withPage = (content: string) => ({ ...MANIFEST, files: [{ path: "public/index.html", content }] });

it("refuses a merge with the lines that both sides changed", () => {
  const start = { plan: PLAN, base: withPage("a\nb\nc\n"), source: withPage("a\nx\nc\n") };
  expect(() => mergeRelease(start, PLANTS, withPage("a\ny\nc\n"))).toThrow(
    expect.objectContaining({
      code: "UnsupportedRequest",
      message: expect.stringMatching(/^The change cannot be made: Line 2 of public\/index\.html/),
      detail: { places: [{ path: "public/index.html", lines: { from: 2, to: 2 } }] },
    }),
  );
});
