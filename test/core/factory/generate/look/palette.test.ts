import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { contrast, hexOf, oklchOf } from "#core/factory/generate/look/color.ts";
import { palette } from "#core/factory/generate/look/palette.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const mode = fc.constantFrom("light" as const, "dark" as const);

test("a colour is the same after a conversion to OKLCH and back", () => {
  fc.assert(
    fc.property(hex, (color) => {
      const back = hexOf(oklchOf(color));
      const distance = [1, 3, 5].map((at) =>
        Math.abs(Number.parseInt(color.slice(at, at + 2), 16) - Number.parseInt(back.slice(at, at + 2), 16)),
      );
      expect(Math.max(...distance)).toBeLessThanOrEqual(2);
    }),
  );
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("text of every accent and background has the contrast of AA on everything it stands on", () => {
  fc.assert(
    fc.property(hex, mode, fc.option(hex), (accent, scheme, background) => {
      const colors = palette(accent, scheme, background);
      const grounds = [colors.bg, colors.surface, colors["surface-2"]];
      for (const text of ["text", "muted", "accent-text", "danger", "warn", "good"] as const)
        for (const ground of grounds) expect(contrast(colors[text], ground)).toBeGreaterThanOrEqual(4.5);
      for (const tone of ["danger", "warn", "good"] as const)
        expect(contrast(colors[tone], colors[`${tone}-soft`])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colors["accent-text"], colors["accent-soft"])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colors["on-accent"], colors.accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colors["on-accent"], colors["accent-strong"])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colors.accent, colors.surface)).toBeGreaterThanOrEqual(3);
      for (const ground of grounds)
        expect(contrast(colors["control-line"], ground)).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 300 },
  );
});
