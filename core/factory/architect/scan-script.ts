const TOKEN = new RegExp(
  [
    "\\s+",
    "//[^\\n]*",
    "/\\*[\\s\\S]*?(?:\\*/|$)",
    '"(?:[^"\\\\\\n]|\\\\[\\s\\S])*"?',
    "'(?:[^'\\\\\\n]|\\\\[\\s\\S])*'?",
    "[\\w$]+",
    "=>|\\.\\.\\.|&&|\\|\\||\\?\\?|\\+\\+|--",
    "[\\s\\S]",
  ].join("|"),
  "y",
);
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
const REGEX = /\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** After these a slash begins a regular expression; after a value it divides. */
const BEFORE_REGEX =
  /^(?:|[=(,:[!&|?{};%<>~^*/+-]|=>|&&|\|\||\?\?|return|typeof|case|in|of|await|yield|void)$/;
const CLOSING: ReadonlyMap<string, readonly string[]> = new Map([
  [")", ["("]],
  ["]", ["["]],
  ["}", ["{", "${"]],
]);
const NAMES: ReadonlyMap<string, string> = new Map([["`", "template string that is"]]);

/** What a script ends with: its last tokens that are no comments, or why its text is not whole, as a phrase. */
type Scanned = { readonly fault: string } | { readonly last: readonly [string, string] };

/** Reads a script from start to end, with its templates in templates, and checks that all that it opens is closed. */
export function scanScript(source: string): Scanned {
  const open: string[] = [];
  let [before, last] = ["", ""];
  for (let at = 0; at < source.length; ) {
    const token = open.at(-1) === "`" ? templateToken(source, at) : codeToken(source, at, last);
    at += token.length;
    const isText = open.at(-1) === "`" && token !== "`" && token !== "${";
    if (isText || /^(?:\s|\/\/)/.test(token)) continue;
    const fault = tokenFault(token, last) ?? closed(open, token);
    if (fault !== undefined) return { fault };
    if (!token.startsWith("/*")) [before, last] = [last, token];
  }
  const left = open.at(-1);
  if (left === undefined) return { last: [before, last] };
  return { fault: `has a ${NAMES.get(left) ?? `'${left}' that is`} never closed` };
}

function templateToken(source: string, at: number): string {
  const text = matchAt(TEMPLATE_TEXT, source, at);
  return text || (source.startsWith("${", at) ? "${" : source.charAt(at));
}

function codeToken(source: string, at: number, last: string): string {
  const isRegex = source.charAt(at) === "/" && BEFORE_REGEX.test(last);
  return (isRegex && matchAt(REGEX, source, at)) || matchAt(TOKEN, source, at);
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? "";
}

function tokenFault(token: string, last: string): string | undefined {
  if (token.startsWith("/*")) return token.endsWith("*/") ? undefined : "has a comment that is never closed";
  if (/^["']/.test(token) && (token.length === 1 || !token.endsWith(token.charAt(0))))
    return "has a string that is never closed";
  if (token === "…" || (last === "..." && /^[)\]},;]$/.test(token)))
    return "has dots in place of code: leave nothing out";
  return undefined;
}

/** Opens or closes what a token does. Returns why it cannot be closed. */
function closed(open: string[], token: string): string | undefined {
  if (token === "`") {
    if (open.at(-1) === "`") open.pop();
    else open.push(token);
  } else if (["(", "[", "{", "${"].includes(token)) open.push(token);
  const openings = CLOSING.get(token);
  if (openings && !openings.includes(open.pop() ?? "")) return `has a '${token}' that closes nothing`;
  return undefined;
}
