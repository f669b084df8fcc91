import { type Oklch, oklchOf } from "#core/factory/generate/look/color.ts";
import { imagePixels } from "./pixels.ts";

/** The colours of a design image that the look of an app can take over. */
export interface DesignColors {
  /** The colour that stands out; null for an image of greys. */
  readonly accent: string | null;
  /** The colour that covers most of the image, if it suits a page in light mode; otherwise null. */
  readonly background: string | null;
  readonly scheme: "light" | "dark";
}

/** Similar colours of an image. */
interface Group {
  /** The most frequent of them, as a design uses few colours exactly. */
  readonly hex: string;
  readonly color: Oklch;
  /** The share of the image that they cover, 0 to 1. */
  readonly share: number;
}

/** Chroma below which a colour counts as grey. */
const GREY = 0.04;
/** Share below which a colour counts as noise. */
const NOISE = 0.001;
/** Lightness from which a colour suits a light page. */
const PALE = 0.85;
/** Distance within which colours belong to the background, as in a gradient. */
const NEAR = 0.1;

/**
 * Measures the colours of a PNG or JPEG image: the same bytes have the same colours. Null for other formats, and for
 * images that cannot be decoded.
 */
export function designColors(bytes: Uint8Array): DesignColors | null {
  const pixels = imagePixels(bytes);
  const groups = pixels ? groupsOf(pixels) : [];
  const background = groups.toSorted((a, b) => b.share - a.share)[0];
  if (!background) return null;
  const accent =
    strongest(groups.filter(({ color }) => distance(color, background.color) > NEAR)) ??
    strongest([background]);
  return {
    accent: accent?.hex ?? null,
    background: background.color.l >= PALE ? background.hex : null,
    scheme: background.color.l < 0.5 ? "dark" : "light",
  };
}

/** The colour with the highest product of share and chroma. */
function strongest(groups: readonly Group[]): Group | undefined {
  return groups
    .filter(({ color, share }) => color.c >= GREY && share >= NOISE)
    .toSorted((a, b) => b.share * b.color.c - a.share * a.color.c)[0];
}

/** Groups the pixels (bytes of red, green and blue) by cells of the Oklab space. */
function groupsOf(pixels: Uint8Array): Group[] {
  const cells = new Map<string, { hex: string; color: Oklch; count: number }>();
  for (const [hex, count] of countsOf(pixels)) {
    const color = oklchOf(hex);
    const { l, a, b } = oklab(color);
    const key = [l, a, b].map((value) => Math.round(value / 0.05)).join();
    const cell = cells.get(key);
    if (cell) cell.count += count;
    else cells.set(key, { hex, color, count });
  }
  const total = pixels.length / 3;
  return [...cells.values()].map(({ hex, color, count }) => ({ hex, color, share: count / total }));
}

/** The colours with the number of their pixels, the most frequent first. */
function countsOf(pixels: Uint8Array): [string, number][] {
  const counts = new Map<string, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const hex = `#${pixels.subarray(at, at + 3).reduce((text, value) => text + value.toString(16).padStart(2, "0"), "")}`;
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

function oklab({ l, c, h }: Oklch): { l: number; a: number; b: number } {
  const angle = (h * Math.PI) / 180;
  return { l, a: c * Math.cos(angle), b: c * Math.sin(angle) };
}

function distance(one: Oklch, other: Oklch): number {
  const [from, to] = [oklab(one), oklab(other)];
  return Math.hypot(from.l - to.l, from.a - to.a, from.b - to.b);
}
