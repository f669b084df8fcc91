import { hexOf } from "#core/factory/generate/look/color.ts";
import { type Palette, palette } from "#core/factory/generate/look/palette.ts";
import type { Look } from "#local/brain/blueprints/look/look.ts";

/**
 * The style sheet of a stated look: the tokens of `shared/look` with the colors of generated apps, which have at least the
 * contrast of WCAG 2.2 AA. `hue` is that of the blueprint, for a look without an accent.
 */
export function lookCss({ accent, background, scheme }: Look, hue: number): string {
  const seed = accent ?? hexOf({ l: 0.52, c: 0.19, h: hue });
  const light = tokens(palette(seed, "light", background), "light");
  const dark = tokens(palette(seed, "dark", null), "dark");
  if (scheme !== "both") return block(":root", scheme === "dark" ? dark : light);
  return `${block(":root", light)}\n${block(':root[data-theme="dark"]', dark)}`;
}

function tokens(colors: Palette, scheme: "light" | "dark"): string[] {
  const shade = scheme === "dark" ? "0 0 0 / 0.4" : "20 20 40 / 0.07";
  return [
    ...Object.entries({
      ...colors,
      "accent-strong": colors["accent-text"],
      "accent-hover": colors["accent-strong"],
      "bg-glow": colors["accent-soft"],
      shadow: `0 1px 2px rgb(${shade}), 0 8px 24px -12px rgb(${shade})`,
    }).map(([name, value]) => `--${name}: ${value};`),
    `color-scheme: ${scheme};`,
  ];
}

const block = (selector: string, lines: readonly string[]): string =>
  `${selector} {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
