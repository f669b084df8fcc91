import { type Palette, palette } from "#core/factory/generate/look/palette.ts";
import { DARK_MASTHEAD, DEFAULT_ACCENT } from "#core/factory/generate/look/theme.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import { FONTS, type Theme } from "./theme.ts";

const WIDTH = 320;
const HEIGHT = 200;
const BAR = 34;

/** A picture of a theme: a page with its bar, a heading, three cards and a button, as an SVG document of 320 × 200. */
export function previewOf(theme: Theme): string {
  const mode = theme.scheme === "dark" ? "dark" : "light";
  const colors = palette(theme.accent ?? DEFAULT_ACCENT, mode, mode === "light" ? theme.background : null);
  const isSide = theme.layout === "side";
  const left = isSide ? 92 : 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(theme.title)}">`,
    box(0, 0, WIDTH, HEIGHT, 0, colors.bg),
    ...bar(theme, colors, isSide),
    text(theme, colors, left, isSide ? 34 : 64),
    ...[0, 1, 2].flatMap((row) => card(theme, colors, left, (isSide ? 50 : 78) + row * 36)),
    "</svg>",
  ].join("");
}

function bar(theme: Theme, colors: Palette, isSide: boolean): string[] {
  const { fill, ink } = mastheadOf(theme, colors);
  const [width, height] = isSide ? [74, HEIGHT] : [WIDTH, BAR];
  const items = isSide
    ? [50, 72, 94].map((y) => box(14, y, 44, 6, 3, ink, 0.55))
    : [120, 168, 216].map((x) => box(x, 14, 34, 6, 3, ink, 0.55));
  return [box(0, 0, width, height, 0, fill), box(14, isSide ? 16 : 12, 34, 9, 3, ink), ...items];
}

/** The colours of the bar and of what is written on it. */
function mastheadOf({ masthead }: Theme, colors: Palette): { fill: string; ink: string } {
  if (masthead === "accent") return { fill: colors.accent, ink: colors["on-accent"] };
  if (masthead === "dark") return DARK_MASTHEAD;
  return { fill: colors.surface, ink: colors.text };
}

function text({ title, heading_font, heading_weight }: Theme, { text: ink }: Palette, x: number, y: number) {
  const family = escapeXml(FONTS[heading_font]);
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="15" font-weight="${heading_weight}" fill="${ink}">${escapeXml(title)}</text>`;
}

function card({ radius, control_radius }: Theme, colors: Palette, x: number, y: number): string[] {
  const width = WIDTH - x - 20;
  const button = Math.min(control_radius, 8);
  return [
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width}" height="30" rx="${Math.min(radius, 12)}" fill="${colors.surface}" stroke="${colors.line}"/>`,
    box(x + 12, y + 9, 74, 6, 3, colors.text, 0.8),
    box(x + 12, y + 19, 48, 4, 2, colors.muted, 0.7),
    box(x + width - 52, y + 8, 40, 15, button, colors.accent),
  ];
}

function box(x: number, y: number, width: number, height: number, radius: number, fill: string, opacity = 1) {
  const faded = opacity === 1 ? "" : ` opacity="${opacity}"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${faded}/>`;
}
