import { importsOf, resolveImport } from "#core/factory/heal/imports.ts";
import { isText } from "#core/factory/heal/rule.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** A file, or the parts of it that matter, for a model. */
export interface Excerpt {
  readonly path: string;
  /** Present when only parts are shown: the parts, with the numbers of their first lines. */
  readonly parts?: readonly { readonly from_line: number; readonly content: string }[];
  /** Present when the whole file is shown. */
  readonly content?: string;
}

type Shown = Omit<Excerpt, "path">;

interface Excerpts {
  readonly files: readonly Excerpt[];
  /** Paths of files that are not shown, or in part. */
  readonly others: readonly string[];
}

interface About {
  readonly stack: Stack;
  /** The untrusted text of the failure, which names files, lines and identifiers. */
  readonly failure: string;
  /** Files that are shown only where the failure names them, such as a library. */
  readonly isQuiet?: (path: string) => boolean;
  /** Files that are shown as a whole, whatever their size. */
  readonly whole?: readonly string[];
}

/** Characters per token, at most; code has about three. */
const CHARACTERS = 3;
const BUDGET_TOKENS = 12_000;
/** A longer file is shown in parts if it is known which. */
const SHORT_LINES = 160;
const AROUND_LINE = 20;
const AROUND_NAME = 5;
const START_LINES = 12;

/**
 * The files that a failure is about, most relevant first, within a budget of tokens: those that it names, those that
 * import them or are imported by them, those with a name that it quotes, then the rest. Long files are cut to the lines
 * around what the failure names.
 */
export function excerpts(files: readonly SourceFile[], about: About, budgetTokens = BUDGET_TOKENS): Excerpts {
  const names = quotedNames(about.failure);
  let left = budgetTokens * CHARACTERS;
  const shown: Excerpt[] = [];
  for (const file of ranked(files.filter(isText), about, names)) {
    const isWhole = about.whole?.includes(file.path) ?? false;
    const excerpt: Shown = isWhole ? { content: file.content } : cut(file, anchors(file, about, names));
    const size = sizeOf(excerpt);
    if (size > left && !isWhole) continue;
    left -= size;
    shown.push({
      path: file.path,
      ...(excerpt.parts ? { parts: excerpt.parts } : { content: file.content }),
    });
  }
  const wholly = new Set(shown.filter(({ content }) => content !== undefined).map(({ path }) => path));
  return { files: shown, others: files.map(({ path }) => path).filter((path) => !wholly.has(path)) };
}

/** The files in the order of their relevance, without those that have none. */
function ranked(files: readonly SourceFile[], about: About, names: readonly string[]): SourceFile[] {
  const named = new Set(files.map(({ path }) => path).filter((path) => isNamed(path, about)));
  const near = neighbours(files, about.stack, named);
  const rank = ({ path, content }: SourceFile): number => {
    if (about.whole?.includes(path)) return 0;
    if (named.has(path)) return 1;
    if (about.isQuiet?.(path)) return Number.POSITIVE_INFINITY;
    if (near.has(path)) return 2;
    if (names.some((name) => content.includes(name))) return 3;
    return /(^|\/)(package\.json|index\.html)$/.test(path) ? 4 : 5;
  };
  return files
    .map((file) => ({ file, rank: rank(file) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank || a.file.content.length - b.file.content.length)
    .map(({ file }) => file);
}

/** Whether the failure has the path, also as the address at which a browser loaded it. */
function isNamed(path: string, { failure, stack }: About): boolean {
  return spellings(path, stack).some((text) => failure.includes(text));
}

function spellings(path: string, { output }: Stack): string[] {
  const served = `${output.static_folder}/`;
  return path.startsWith(served) ? [path, path.slice(served.length - 1)] : [path];
}

/** The files that import a named file, or are imported by one. */
function neighbours(files: readonly SourceFile[], stack: Stack, named: ReadonlySet<string>): Set<string> {
  const near = new Set<string>();
  for (const { importer, specifier } of importsOf(files)) {
    const target = /^\.\.?\//.test(specifier) && resolveImport(files, stack.imports, importer, specifier);
    if (!target) continue;
    if (named.has(importer)) near.add(target);
    if (named.has(target)) near.add(importer);
  }
  return near;
}

/** The lines around the positions and names in the failure, as numbers from 0; empty if it has none. */
function anchors(file: SourceFile, about: About, names: readonly string[]): Set<number> {
  const lines = file.content.split("\n");
  const around = new Set<number>();
  const add = (line: number, reach: number) => {
    for (let at = Math.max(0, line - reach); at <= Math.min(lines.length - 1, line + reach); at++)
      around.add(at);
  };
  for (const line of namedLines(file.path, about)) add(line - 1, AROUND_LINE);
  lines.forEach((text, at) => {
    if (names.some((name) => text.includes(name))) add(at, AROUND_NAME);
  });
  if (around.size > 0) add(0, START_LINES);
  return around;
}

/** The line numbers that follow the path in the failure: `a.js:12`, `a.ts(12,3)`. */
function namedLines(path: string, { failure, stack }: About): number[] {
  return spellings(path, stack).flatMap((text) =>
    failure
      .split(text)
      .slice(1)
      .flatMap((rest) => /^(?::|\()(\d{1,6})/.exec(rest)?.[1] ?? [])
      .map(Number),
  );
}

/** Names and texts of some length that the failure has in quotes. */
function quotedNames(failure: string): string[] {
  const quoted = [...failure.matchAll(/(["'`])([^"'`\n]{3,80})\1/g)].map(([, , name = ""]) => name.trim());
  return [...new Set(quoted.filter((name) => name.length >= 3 && !/[\\/]/.test(name)))].slice(0, 40);
}

function cut({ content }: SourceFile, around: ReadonlySet<number>): Shown {
  const lines = content.split("\n");
  if (lines.length <= SHORT_LINES || around.size === 0 || around.size >= lines.length) return { content };
  const parts: { from_line: number; content: string }[] = [];
  let begun: number | undefined;
  for (let at = 0; at <= lines.length; at++) {
    if (around.has(at)) begun ??= at;
    else if (begun !== undefined) {
      parts.push({ from_line: begun + 1, content: lines.slice(begun, at).join("\n") });
      begun = undefined;
    }
  }
  return { parts };
}

function sizeOf({ content, parts }: Shown): number {
  return content?.length ?? parts?.reduce((sum, part) => sum + part.content.length, 0) ?? 0;
}
