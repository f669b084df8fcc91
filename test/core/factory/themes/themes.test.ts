import { describe, expect, it } from "@jest/globals";
import { contrast } from "#core/factory/generate/look/color.ts";
import { palette } from "#core/factory/generate/look/palette.ts";
import { themeCss } from "#core/factory/generate/look/theme.ts";
import { previewOf } from "#core/factory/themes/preview.ts";
import { THEME_IDS, THEMES, type ThemeId, themeOf } from "#core/factory/themes/themes.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";

const PRODUCTS = THEMES.flatMap(({ design_target }) => (design_target === null ? [] : [design_target]));
const cssOf = (theme: ThemeId) => themeCss({ ...PLANTS, look: { ...PLANTS.look, accent: null, theme } });
const namesIn = (text: string) =>
  PRODUCTS.flatMap((name) => name.toLowerCase().split("_")).filter((word) =>
    text.toLowerCase().includes(word),
  );

describe("the themes", () => {
  it("are Gantry's own and at least twelve that follow the looks of products", () => {
    expect(THEMES[0]).toMatchObject({ id: "plain", design_target: null });
    expect(new Set(PRODUCTS).size).toBeGreaterThanOrEqual(12);
    expect(new Set(THEME_IDS).size).toBe(THEMES.length);
  });

  it("differ from each other in what an app gets", () => {
    expect(new Set(THEME_IDS.map(cssOf)).size).toBe(THEMES.length);
  });

  it.each(THEME_IDS)("%s brings no name of a product into an app", (id) => {
    const { title, description } = themeOf(id);
    // "notes" is an everyday word.
    expect(namesIn(`${id} ${title} ${description} ${cssOf(id)}`).filter((word) => word !== "notes")).toEqual(
      [],
    );
  });

  it.each(THEME_IDS)("%s is readable in light and dark", (id) => {
    const { accent, background } = themeOf(id);
    for (const [mode, ground] of [
      ["light", background],
      ["dark", null],
    ] as const) {
      const colors = palette(accent ?? "#4f46e5", mode, ground);
      for (const [ink, on] of [
        ["text", "bg"],
        ["muted", "surface"],
        ["accent-text", "bg"],
        ["on-accent", "accent"],
      ] as const)
        expect([mode, ink, contrast(colors[ink], colors[on]) >= 4.5]).toEqual([mode, ink, true]);
    }
  });

  it.each(THEME_IDS)("%s has a picture of its own, drawn from its colors", (id) => {
    const picture = previewOf(themeOf(id));
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 320 200"/);
    expect(picture).not.toMatch(/undefined|NaN/);
    expect(THEME_IDS.filter((other) => previewOf(themeOf(other)) === picture)).toEqual([id]);
  });

  it("are overridden by a color that the person names", () => {
    const look = { ...PLANTS.look, theme: "boards", accent: "#1f883d" } as const;
    expect(themeCss({ ...PLANTS, look })).toContain("--accent: #1f883d;");
  });
});
