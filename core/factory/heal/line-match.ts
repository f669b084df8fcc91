/** A line of a text with its line end, so that lines that are kept stay as they are. */
export interface Line {
  readonly text: string;
  readonly end: string;
}

/** How lines are compared, strictest first. */
const LEVELS: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => line.replace(/\s+/g, " ").trim(),
  (line) => plainUnicode(line).replace(/\s+/g, " ").trim(),
];
/** Least share of words in common with which lines count as near. */
const NEAR = 0.3;
/** The search for near lines is limited, because files and searches come from outside. */
const MAX_LINES = 5000;
const MAX_WANTED = 20;

/** The lines of a text; joined, they are the text again. */
export function linesOf(text: string): Line[] {
  return [...text.matchAll(/([^\n]*?)(\r?\n|$)/g)]
    .map(([, line = "", end = ""]) => ({ text: line, end }))
    .filter(({ text: line, end }) => line !== "" || end !== "");
}

/**
 * The indices at which the wanted lines are found, as whole lines: exactly; if nowhere, with other white space; if
 * nowhere, with other forms of the same characters, such as typographic quotes. Lines without any text are found nowhere.
 */
export function findLines(lines: readonly Line[], wanted: readonly Line[]): number[] {
  if (wanted.every(({ text }) => text.trim() === "")) return [];
  for (const form of LEVELS) {
    const has = lines.map(({ text }) => form(text));
    const wants = wanted.map(({ text }) => form(text));
    const found = has.flatMap((_, at) =>
      wants.every((line, offset) => has[at + offset] === line) ? at : [],
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The index of the lines that have most words in common with the wanted ones; undefined when none are near. */
export function nearestLines(lines: readonly Line[], wanted: readonly Line[]): number | undefined {
  const words = new Set(wanted.slice(0, MAX_WANTED).flatMap(wordsOf));
  const length = Math.min(wanted.length, MAX_WANTED);
  const has = lines.slice(0, MAX_LINES).map(wordsOf);
  let best: { readonly at: number; readonly likeness: number } | undefined;
  for (let at = 0; at < has.length; at++) {
    const likeness = likenessOf(new Set(has.slice(at, at + length).flat()), words);
    if (likeness >= NEAR && likeness > (best?.likeness ?? 0)) best = { at, likeness };
  }
  return best?.at;
}

function wordsOf({ text }: Line): string[] {
  return plainUnicode(text).match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** The share of words in common (Dice's coefficient), 0 to 1. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** Compatibility forms, and the plain characters for typographic quotes, dashes and spaces. */
function plainUnicode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u200b\ufeff]/g, "");
}
