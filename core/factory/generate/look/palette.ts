import { contrast, hexOf, luminance, type Oklch, oklchOf } from "./color.ts";

/** The colours of an app in one mode, by the role that they have in its style sheet. */
export type Palette = Readonly<Record<Role, string>>;

const ROLES = [
  "bg",
  "surface",
  "surface-2",
  "line",
  "control-line",
  "text",
  "muted",
  "accent",
  "accent-strong",
  "accent-soft",
  "accent-text",
  "on-accent",
  "danger",
  "danger-soft",
  "warn",
  "warn-soft",
  "good",
  "good-soft",
] as const;
type Role = (typeof ROLES)[number];

/** The contrast that WCAG 2.2 AA asks of text, and of the edges of controls. */
const TEXT = 4.5;
const EDGE = 3;

/**
 * The colours of a mode, from an accent and, in light mode, the colour behind the page. A colour that would not have
 * enough contrast with what it stands on is made darker or lighter until it has.
 */
export function palette(accent: string, mode: "light" | "dark", background: string | null): Palette {
  const seed = oklchOf(accent);
  const bg = background ?? neutral(seed, mode === "dark" ? 0.185 : 0.982, mode === "dark" ? 0.012 : 0.006);
  const dark = isDark(bg);
  const base = background ? oklchOf(bg) : seed;
  const [surface, surface2] = surfaces(base, bg, dark);
  const grounds = [bg, surface, surface2];
  const fill = filled(seed, dark ? 0.72 : 0.53, surface);
  const soft = hexOf({ l: dark ? 0.32 : 0.945, c: Math.min(seed.c, dark ? 0.07 : 0.04), h: seed.h });
  return {
    bg,
    surface,
    "surface-2": surface2,
    line: dark ? lighter(surface, 0.1) : neutral(base, 0.905, 0.012),
    "control-line": readable(neutral(base, dark ? 0.55 : 0.66, 0.02), grounds, EDGE),
    text: readable(neutral(base, dark ? 0.955 : 0.24, 0.012), grounds, 7),
    muted: readable(neutral(base, dark ? 0.75 : 0.49, 0.02), grounds, TEXT),
    accent: fill,
    "accent-strong": lighter(fill, onFill(fill) === "#ffffff" ? -0.06 : 0.06),
    "accent-soft": soft,
    "accent-text": readable(accent, [...grounds, soft], TEXT),
    "on-accent": onFill(fill),
    ...tones(dark, grounds),
  };
}

/** The colours of states: dangerous, to be watched, good. */
function tones(dark: boolean, grounds: readonly string[]) {
  const tone = (hue: number, chroma: number) => {
    const soft = hexOf({ l: dark ? 0.31 : 0.955, c: dark ? 0.06 : 0.035, h: hue });
    return {
      soft,
      text: readable(hexOf({ l: dark ? 0.78 : 0.5, c: chroma, h: hue }), [...grounds, soft], TEXT),
    };
  };
  const [danger, warn, good] = [tone(25, 0.17), tone(70, 0.12), tone(155, 0.12)];
  return {
    danger: danger.text,
    "danger-soft": danger.soft,
    warn: warn.text,
    "warn-soft": warn.soft,
    good: good.text,
    "good-soft": good.soft,
  };
}

/** The accent as the colour of buttons: visible on the page, and with room for a readable label. */
function filled(seed: Oklch, lightness: number, surface: string): string {
  const given = hexOf(seed);
  const usable = (hex: string) => contrast(hex, surface) >= EDGE && contrast(onFill(hex), hex) >= TEXT;
  if (usable(given)) return given;
  for (let step = 0; step <= 100; step += 1)
    for (const way of [-1, 1]) {
      const hex = hexOf({ ...seed, l: lightness + (way * step) / 100 });
      if (usable(hex)) return hex;
    }
  return given;
}

/** Black or white, whichever is easier to read on a colour. */
function onFill(hex: string): string {
  const dark = hexOf({ ...oklchOf(hex), l: 0.18, c: Math.min(0.04, oklchOf(hex).c) });
  return contrast("#ffffff", hex) >= TEXT || contrast("#ffffff", hex) >= contrast(dark, hex)
    ? "#ffffff"
    : dark;
}

/** The colour with its lightness moved away from the grounds until the contrast is enough. */
function readable(hex: string, grounds: readonly string[], wanted: number): string {
  const enough = (candidate: string) => grounds.every((ground) => contrast(candidate, ground) >= wanted);
  const color = oklchOf(hex);
  const way = isDark(grounds[0] as string) ? 1 : -1;
  for (let step = 0; step <= 100; step += 1) {
    const candidate = step === 0 ? hex : hexOf({ ...color, l: color.l + (way * step) / 100 });
    if (enough(candidate)) return candidate;
  }
  return way === 1 ? "#ffffff" : "#000000";
}

/** Whether white is easier to read on a colour than black. */
function isDark(hex: string): boolean {
  return contrast("#ffffff", hex) > contrast("#000000", hex);
}

/** What stands on the page, and what stands on that. On a dark page they are lighter, if white text leaves room for it. */
function surfaces(base: Oklch, bg: string, dark: boolean): [string, string] {
  if (!dark) return ["#ffffff", neutral(base, 0.962, 0.008)];
  const way = luminance(bg) > 0.06 ? -1 : 1;
  return [lighter(bg, 0.04 * way), lighter(bg, 0.085 * way)];
}

function lighter(hex: string, by: number): string {
  const color = oklchOf(hex);
  return hexOf({ ...color, l: color.l + by });
}

/** A grey with a breath of the hue. */
function neutral({ c, h }: Oklch, l: number, chroma: number): string {
  return hexOf({ l, c: Math.min(c, chroma), h });
}
