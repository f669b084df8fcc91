import { scanScript } from "#core/factory/architect/scan-script.ts";

const SCRIPT = /\.[cm]?[jt]s$/;
const JSX = /\.[jt]sx$/;
const STYLE = /\.css$/;
const PAGE = /\.html?$/;
const PYTHON = /\.py$/;

/** Tokens after which a statement goes on. */
const GOES_ON =
  /^(?:[=+*/%,.&|?:<^~-]|=>|&&|\|\||\?\?|\.\.\.|import|export|default|from|const|var|new|await|typeof|extends|function|class|instanceof|as)$/;
/** Tokens after which a name alone is no statement. */
const NEEDS_MORE = /^(?:const|import|function|class|interface|extends)$/;
const OPENING: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);
const MID_STATEMENT = "ends in the middle of a statement";

/** Why a file is broken off or its brackets do not match, as a phrase; undefined if neither is seen. */
export function unfinishedFault(path: string, content: string): string | undefined {
  if (SCRIPT.test(path)) return scriptFault(content);
  if (STYLE.test(path)) return styleFault(content);
  if (PAGE.test(path)) return pageFault(content);
  // An apostrophe in the text of JSX is no string, so that its brackets are left to its compiler.
  if (JSX.test(path)) return /(?:[=+*%,.&|?:(<[{-]|=>)\s*$/.test(content) ? MID_STATEMENT : undefined;
  if (PYTHON.test(path)) return /[:=,([{\\]\s*$/.test(content) ? MID_STATEMENT : undefined;
  return undefined;
}

function scriptFault(content: string): string | undefined {
  const scanned = scanScript(content);
  if ("fault" in scanned) return scanned.fault;
  const [before, last] = scanned.last;
  const goesOn = GOES_ON.test(last) || (NEEDS_MORE.test(before) && /^[\w$]+$/.test(last));
  return goesOn ? MID_STATEMENT : undefined;
}

function styleFault(content: string): string | undefined {
  const css = content.replace(/\/\*[\s\S]*?\*\/|url\([^)"']*\)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "");
  if (css.includes("/*")) return "has a comment that is never closed";
  const open: string[] = [];
  for (const bracket of css.match(/[()[\]{}]/g) ?? []) {
    const opening = OPENING.get(bracket);
    if (opening === undefined) open.push(bracket);
    else if (open.pop() !== opening) return `has a '${bracket}' that closes nothing`;
  }
  if (open.length > 0) return `has a '${open.at(-1)}' that is never closed`;
  const rest = css.slice(Math.max(css.lastIndexOf("}"), css.lastIndexOf(";")) + 1).trim();
  return rest === "" || rest.startsWith("@") ? undefined : "ends in the middle of a rule";
}

function pageFault(content: string): string | undefined {
  const plain = content.replace(/<!--[\s\S]*?-->/g, "");
  if (plain.includes("<!--")) return "has a comment that is never closed";
  if (plain.lastIndexOf("<") > plain.lastIndexOf(">")) return "ends in the middle of a tag";
  const open = ["script", "style", "body", "html"].find(
    (tag) => new RegExp(`<${tag}[\\s>]`, "i").test(plain) && !new RegExp(`</${tag}\\s*>`, "i").test(plain),
  );
  return open === undefined ? undefined : `has no </${open}>`;
}
