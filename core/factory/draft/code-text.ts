/**
 * JavaScript or TypeScript without comments, in which the text of each string, template and regular expression is
 * replaced by what `literal` makes of its text and quote. Accurate enough to find calls; text in JSX can hide code up
 * to the end of its line, but text is never taken for code.
 */
function replaceText(source: string, literal: (text: string, quote: string) => string): string {
  return source.replace(PARTS, (part, before: string | undefined) => {
    if (part.startsWith("//")) return "";
    if (part.startsWith("/*")) return " ";
    if (before !== undefined) return `${before}${literal(part.slice(before.length), "/")}`;
    const quote = part.charAt(0);
    return literal(part.endsWith(quote) ? part.slice(1, -1) : part.slice(1), quote);
  });
}

/** The code with empty strings, templates and regular expressions. Strings for which `keep` returns true are kept. */
export function blankText(source: string, keep: (text: string) => boolean = () => false): string {
  return replaceText(source, (text, quote) => {
    if (quote === "/") return "/ /";
    return keep(text) ? `${quote}${text}${quote}` : `${quote}${quote}`;
  });
}

/**
 * The code with the texts of its strings, templates and regular expressions as character codes: two of them are equal
 * if their texts are, and none of them looks like code.
 */
export function encodeText(source: string): string {
  return replaceText(source, (text, quote) => {
    const codes = Array.from(text, (character) => character.codePointAt(0)).join(".");
    return quote === "/" ? `/${codes}/` : `"${codes}"`;
  });
}

/** Encoded code as it can be shown, with plain strings. */
export function decodeText(code: string): string {
  return code.replace(/(["/])([\d.]*)\1/g, (_, quote: string, codes: string) => {
    const text = codes === "" ? "" : String.fromCodePoint(...codes.split(".").map(Number));
    return quote === "/" ? text : JSON.stringify(text);
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
