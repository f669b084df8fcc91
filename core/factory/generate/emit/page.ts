import type { Specification } from "#core/factory/specification/specification.ts";
import { escapeXml } from "#core/kernel/escape-xml.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** What the page may load: its own files, and pictures and files that people have stored. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface Page {
  readonly database: string;
  readonly summary: string;
  readonly specification: Specification;
  /** The files of the app, of which the page links the style sheets and the manifest. */
  readonly files: readonly SourceFile[];
}

/** The page of the app. */
export function pageSource({ database, summary, specification, files }: Page): string {
  const { name, locale, look } = specification;
  const has = (path: string) => files.some((file) => file.path === path);
  const sheets = files.map(({ path }) => path).filter((path) => /^public\/lib\/.*\.css$/.test(path));
  const links = ["theme.css", "styles.css", ...sheets.map((path) => path.slice("public/".length))];
  return [
    "<!doctype html>\n",
    `<html lang="${locale}" data-app="${escapeXml(database)}" data-theme="${look.scheme === "dark" ? "dark" : "light"}">\n`,
    "  <head>\n",
    '    <meta charset="utf-8">\n',
    '    <meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `    <meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
    `    <title>${escapeXml(name)}</title>\n`,
    `    <meta name="description" content="${escapeXml(summary)}">\n`,
    '    <link rel="icon" href="icon.svg" type="image/svg+xml">\n',
    ...(has("public/manifest.webmanifest")
      ? ['    <link rel="manifest" href="manifest.webmanifest">\n']
      : []),
    ...links.map((href) => `    <link rel="stylesheet" href="${href}">\n`),
    ...(look.scheme === "both" ? ['    <script src="lib/theme-start.js"></script>\n'] : []),
    '    <script type="module" src="app.js"></script>\n',
    "  </head>\n  <body></body>\n</html>\n",
  ].join("");
}
