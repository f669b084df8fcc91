/** Languages of the stacks' files, by extension. */
const LANGUAGES = {
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "jsx",
  ts: "typescript",
  mts: "typescript",
  tsx: "tsx",
  html: "html",
  svg: "html",
  css: "css",
  json: "json",
  webmanifest: "json",
  md: "markdown",
} as const;

export type Language = (typeof LANGUAGES)[keyof typeof LANGUAGES];

/** The language of a file; undefined for one that is shown as plain text. */
export function languageOf(path: string): Language | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(LANGUAGES, extension) ? LANGUAGES[extension as keyof typeof LANGUAGES] : undefined;
}
