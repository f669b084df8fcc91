import { literal } from "#core/factory/generate/print/print.ts";
import type { Word } from "#core/factory/generate/words/word.ts";
import { WORDS } from "#core/factory/generate/words/words.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/**
 * The words file of an app: the texts of its language that its files read as `words.<key>`. Throws a TypeError for a text
 * that is not defined.
 */
export function wordsSource(locale: Locale, files: readonly SourceFile[]): string {
  const lines = wordsIn(files).map((key) => {
    const word = WORDS[key]?.[locale];
    if (word === undefined) throw new TypeError(`'${key}' is not a word.`);
    return `  ${key}: ${wordSource(word)},\n`;
  });
  return `/** The texts of the app. */\nexport const words = {\n${lines.join("")}};\n`;
}

/** Every word that the files mention, in alphabetical order; a list may be called `words`, too. */
function wordsIn(files: readonly SourceFile[]): string[] {
  const mentioned = files
    .filter(({ path }) => path.startsWith("public/"))
    .flatMap(({ content }) => [...content.matchAll(/\bwords(?:\.(?!js\b)(\w+)|\[`(\w+)\$\{)/g)])
    .flatMap(([, key, prefix]) =>
      key ? [key] : Object.keys(WORDS).filter((each) => each.startsWith(prefix as string)),
    );
  return [...new Set(mentioned)].filter((key) => !(key in Array.prototype)).sort();
}

function wordSource(word: Word): string {
  return typeof word === "string"
    ? literal(word)
    : `{ one: ${literal(word.one)}, other: ${literal(word.other)} }`;
}
