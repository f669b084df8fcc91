import { palette } from "#core/factory/generate/look/palette.ts";
import { accentOf } from "#core/factory/generate/look/theme.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";

/** The icon of the app: the first letter of its name on its accent. */
export function iconSource(specification: Pick<Specification, "name" | "look" | "locale">): string {
  const letter = [...specification.name.trim().toLocaleUpperCase(specification.locale)][0] ?? "A";
  const colors = palette(accentOf(specification), "light", null);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect width="32" height="32" rx="9" fill="${colors.accent}"/>`,
    '<text x="16" y="22" font-family="system-ui, sans-serif" font-size="17" font-weight="700" text-anchor="middle" ',
    `fill="${colors["on-accent"]}">${escapeXml(letter)}</text></svg>\n`,
  ].join("");
}
