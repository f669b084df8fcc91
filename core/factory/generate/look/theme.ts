import type { Specification } from "#core/factory/specification/specification.ts";
import { type Palette, palette } from "./palette.ts";

/** Accents of apps that name none: calm colours that differ clearly from each other. */
const ACCENTS = [
  "#4f46e5",
  "#0f766e",
  "#b4532a",
  "#2563a8",
  "#7c3aa8",
  "#3f7d3a",
  "#a8325e",
  "#5b6472",
] as const;

/** The accent of an app: its own, or one that follows from its name. */
export function accentOf({ look, name }: Pick<Specification, "look" | "name">): string {
  if (look.accent) return look.accent;
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return ACCENTS[sum % ACCENTS.length] as string;
}

const DENSITY = {
  comfortable: { "font-size": "1rem", control: "2.75rem", gap: "1rem", "row-pad": "0.85rem", radius: "14px" },
  compact: {
    "font-size": "0.9375rem",
    control: "2.25rem",
    gap: "0.7rem",
    "row-pad": "0.5rem",
    radius: "10px",
  },
} as const;

/** The style sheet of an app's look: its colours and measures as custom properties. */
export function themeCss(specification: Specification): string {
  const { look } = specification;
  const accent = accentOf(specification);
  const light = palette(accent, "light", look.background);
  const dark = palette(accent, "dark", null);
  const first = look.scheme === "dark" ? dark : light;
  return [
    "/* The look of the app. Colours are chosen so that text has at least the contrast of WCAG 2.2 AA. */\n",
    block(":root", [
      ...variables(DENSITY[look.density]),
      ...colors(first, look.scheme === "dark" ? "dark" : "light"),
    ]),
    ...(look.scheme === "both" ? ["\n", block(':root[data-theme="dark"]', colors(dark, "dark"))] : []),
  ].join("");
}

function colors(values: Palette, scheme: "light" | "dark"): string[] {
  const shade = scheme === "dark" ? "0 0 0 / 0.4" : "20 20 40 / 0.07";
  return [
    ...variables(values),
    `--shadow: 0 1px 2px rgb(${shade}), 0 8px 24px -12px rgb(${shade});`,
    `color-scheme: ${scheme};`,
  ];
}

const variables = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([name, value]) => `--${name}: ${value};`);

const block = (selector: string, lines: readonly string[]): string =>
  `${selector} {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
