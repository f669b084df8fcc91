import { accentOf } from "#core/factory/generate/look/theme.ts";
import type { Specification } from "#core/factory/specification/specification.ts";

/** The web app manifest, with which a device can install the app. */
export function webManifest(specification: Specification): string {
  const { name, locale } = specification;
  const content = {
    name,
    short_name: name.slice(0, 12).trim(),
    lang: locale,
    start_url: ".",
    display: "standalone",
    theme_color: accentOf(specification),
    background_color: specification.look.background ?? "#ffffff",
    icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
