import { palette } from "#core/factory/generate/look/palette.ts";
import { accentOf } from "#core/factory/generate/look/theme.ts";
import type { Site } from "#core/factory/specification/site.ts";

/** Numbers that follow from a text, so that the same site has the same pictures: FNV-1a, then xorshift. */
function numbers(seed: string): (below: number) => number {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const svg = (width: number, height: number, content: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    ...content.map((each) => `  ${each}`),
    "</svg>\n",
  ].join("\n");

/** Colors that stand beside each other in light and in dark mode. */
function tones(site: Site) {
  const accent = accentOf(site);
  const light = palette(accent, "light", null);
  const dark = palette(accent, "dark", null);
  return { soft: light["accent-soft"], full: light.accent, deep: dark["accent-soft"] };
}

/** The picture of the hero: overlapping shapes in the colors of the site. Stands until a photo replaces it. */
export function heroArt(site: Site): string {
  const { soft, full, deep } = tones(site);
  const next = numbers(`${site.name}/${site.trade}`);
  const dots = Array.from({ length: 5 }, () => {
    const [x, y, r] = [60 + next(520), 60 + next(400), 8 + next(18)];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="${deep}" opacity="0.55"/>`;
  });
  const [x, y] = [300 + next(60), 230 + next(50)];
  return svg(640, 520, [
    '<clipPath id="frame"><rect width="640" height="520" rx="36"/></clipPath>',
    '<g clip-path="url(#frame)">',
    `<rect width="640" height="520" fill="${soft}"/>`,
    `<circle cx="${x}" cy="${y}" r="170" fill="${full}" opacity="0.92"/>`,
    `<circle cx="${x + 130}" cy="${y + 110}" r="120" fill="${deep}" opacity="0.88"/>`,
    `<path d="M0 ${400 + next(30)} C 160 ${330 + next(40)}, 330 ${470 + next(30)}, 640 ${370 + next(40)} V 520 H 0 Z" fill="${full}" opacity="0.35"/>`,
    ...dots,
    "</g>",
  ]);
}

/** A picture of the gallery, which stands until a photo replaces it. */
export function pictureArt(site: Site, index: number): string {
  const { soft, full, deep } = tones(site);
  const next = numbers(`${site.name}/${site.trade}/${index}`);
  const [x, y, r] = [90 + next(300), 110 + next(140), 60 + next(70)];
  return svg(480, 360, [
    `<rect width="480" height="360" fill="${index % 2 === 0 ? soft : deep}"/>`,
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${full}" opacity="0.9"/>`,
    `<path d="M0 ${230 + next(60)} C 120 ${170 + next(60)}, 300 ${290 + next(40)}, 480 ${210 + next(70)} V 360 H 0 Z" fill="${index % 2 === 0 ? deep : soft}" opacity="0.6"/>`,
  ]);
}
