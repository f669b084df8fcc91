import type { Specification } from "#core/factory/specification/specification.ts";
import { FONTS, type Theme } from "#core/factory/themes/theme.ts";
import { themeOf } from "#core/factory/themes/themes.ts";
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

/** The accent where there is no name that it could follow from. */
export const DEFAULT_ACCENT = ACCENTS[0];

/** The accent of an app: its own, that of its theme, or one that follows from its name. */
export function accentOf({ look, name }: Pick<Specification, "look" | "name">): string {
  const given = look.accent ?? themeOf(look.theme).accent;
  if (given) return given;
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return ACCENTS[sum % ACCENTS.length] as string;
}

const DENSITY = {
  comfortable: { "font-size": "1rem", control: "2.75rem", gap: "1rem", "row-pad": "0.85rem" },
  compact: {
    "font-size": "0.9375rem",
    control: "2.25rem",
    gap: "0.7rem",
    "row-pad": "0.5rem",
  },
} as const;

/** The parts of a specification that the look follows from. */
type Looking = Pick<Specification, "look" | "name">;

const HEAD =
  "/* The look of the app. Colours are chosen so that text has at least the contrast of WCAG 2.2 AA. */\n";

/** The style sheet of an app's look: its colours and measures as custom properties. The app switches to dark mode. */
export function themeCss(specification: Looking): string {
  const { first, dark } = modes(specification);
  return [HEAD, block(":root", first), ...(dark ? ["\n", block(':root[data-theme="dark"]', dark)] : [])].join(
    "",
  );
}

/** As {@link themeCss}, for a page without scripts, which follows the device. */
export function deviceThemeCss(specification: Looking): string {
  const { first, dark } = modes(specification);
  const followed = dark
    ? `\n@media (prefers-color-scheme: dark) {\n${indented(block(":root", dark))}}\n`
    : "";
  return `${HEAD}${block(":root", first)}${followed}`;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** The declarations of the first mode, and those of dark mode where both are offered. */
function modes(specification: Looking): { first: readonly string[]; dark: readonly string[] | null } {
  const { look } = specification;
  const theme = themeOf(look.theme);
  const accent = accentOf(specification);
  const light = palette(accent, "light", look.background ?? theme.background);
  const dark = palette(accent, "dark", null);
  const only = look.scheme === "dark";
  return {
    first: [
      ...variables(DENSITY[look.density]),
      ...variables(shapesOf(theme)),
      ...colors(only ? dark : light, only ? "dark" : "light"),
    ],
    dark: look.scheme === "both" ? colors(dark, "dark") : null,
  };
}

/** The tokens of type and shape. */
function shapesOf(theme: Theme): Readonly<Record<string, string>> {
  return {
    font: FONTS[theme.font],
    "heading-font": FONTS[theme.heading_font],
    "heading-weight": String(theme.heading_weight),
    radius: `${theme.radius}px`,
    "control-radius": `${theme.control_radius}px`,
    "card-shadow": SHADOWS[theme.shadow],
    ...MASTHEADS[theme.masthead],
  };
}

const SHADOWS = {
  none: "none",
  soft: "var(--shadow)",
  raised: "0 1px 2px rgb(0 0 0 / 0.08), 0 6px 16px -4px rgb(0 0 0 / 0.16)",
} as const;

/** The colours of a dark bar in any scheme. */
export const DARK_MASTHEAD = { fill: "#24292f", ink: "#ffffff" } as const;

/** The bar with the title: what stands behind it, and what is written on it. */
const MASTHEADS = {
  surface: {
    "masthead-bg": "color-mix(in oklab, var(--surface) 92%, transparent)",
    "masthead-text": "var(--text)",
    "masthead-muted": "var(--muted)",
    "masthead-hover": "var(--surface-2)",
    "masthead-current": "var(--accent-soft)",
    "masthead-current-text": "var(--accent-text)",
  },
  accent: {
    "masthead-bg": "var(--accent)",
    "masthead-text": "var(--on-accent)",
    "masthead-muted": "var(--on-accent)",
    "masthead-hover": "color-mix(in oklab, var(--on-accent) 14%, var(--accent))",
    "masthead-current": "var(--on-accent)",
    "masthead-current-text": "var(--accent)",
  },
  dark: {
    "masthead-bg": DARK_MASTHEAD.fill,
    "masthead-text": DARK_MASTHEAD.ink,
    "masthead-muted": "#d0d7de",
    "masthead-hover": "#32383f",
    "masthead-current": "#424a53",
    "masthead-current-text": "#ffffff",
  },
} as const;

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
