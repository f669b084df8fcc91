/**
 * JavaScript or TypeScript without its comments, and with nothing between the quotes of strings, templates and
 * regular expressions: what is left is code. It follows the language closely enough to count calls; text of JSX may
 * hide code up to the end of its line, never the other way round. Strings whose text is to be kept are kept.
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

/** Comments, strings, templates, and a slash that starts a regular expression because no value stands before it. */
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
