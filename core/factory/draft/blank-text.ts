/**
 * JavaScript or TypeScript without comments and with empty strings, templates and regular expressions, so that only
 * code is left. Accurate enough to count calls; text in JSX can hide code up to the end of its line, but text is never
 * taken for code. Strings for which `keep` returns true are kept.
 */
export function blankText(source: string, keep: (text: string) => boolean = () => false): string {
  return source.replace(PARTS, (part, before: string | undefined) => {
    if (part.startsWith("//")) return "";
    if (part.startsWith("/*")) return " ";
    if (before !== undefined) return `${before}/ /`;
    if (keep(part.slice(1, -1))) return part;
    const quote = part.charAt(0);
    return `${quote}${quote}`;
  });
}

/** Comments, strings, templates, and regular expressions, which start with a slash that no value precedes. */
const PARTS = new RegExp(
  [
    "//[^\\n]*",
    "/\\*[\\s\\S]*?(?:\\*/|$)",
    '"(?:[^"\\\\\\n]|\\\\[\\s\\S])*(?:"|(?=\\n)|$)',
    "'(?:[^'\\\\\\n]|\\\\[\\s\\S])*(?:'|(?=\\n)|$)",
    "`(?:[^`\\\\]|\\\\[\\s\\S])*(?:`|$)",
    "((?:^|[=(,:\\[!&|?{};\\n]|\\breturn|=>)[ \\t]*)/(?![/*])(?:[^/\\\\\\n\\[]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*\\])+/[a-z]*",
  ].join("|"),
  "g",
);
