import { blankText } from "#core/factory/draft/code-text.ts";

const SCRIPT = /\.[cm]?[jt]s$/;
const STYLE = /\.css$/;
const CLOSING: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

/**
 * Why the brackets of a script or style sheet do not match, as a phrase; undefined if they do, and for other files. JSX is
 * left to its compiler, because an apostrophe in its text is no string.
 */
export function balanceFault(path: string, content: string): string | undefined {
  const code = SCRIPT.test(path) ? blankText(content) : STYLE.test(path) ? withoutStrings(content) : "";
  const open: string[] = [];
  for (const char of code) {
    if ("([{".includes(char)) open.push(char);
    const opening = CLOSING.get(char);
    if (opening !== undefined && open.pop() !== opening) return `has a '${char}' that closes nothing`;
  }
  return open.length > 0 ? `has a '${open.at(-1)}' that is never closed` : undefined;
}

const withoutStrings = (css: string): string =>
  css.replace(/\/\*[\s\S]*?\*\/|url\([^)"']*\)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "");
