import { ENGLISH, LANGUAGES } from "#core/factory/conversation/affirmative-phrases.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

const MAX_LENGTH = 80;

/** Sentences with digits, emoji, quotes, brackets or other scripts match no rule: their meaning is unknown. */
const PLAIN = /^[\p{Script=Latin}\s'’,.;:!¡—-]+$/u;
const ACCENTS = /\p{M}/gu;

interface Rules {
  readonly locale: Locale;
  readonly phrases: ReadonlySet<string>;
  readonly fillers: RegExp;
  readonly joints: RegExp;
}

/** Phrases by language, in lower case without accents and apostrophes. */
export type Phrases = Readonly<Record<Locale, readonly string[]>>;

/**
 * Returns the language in which a whole sentence consists of these phrases and nothing else, or null. Every part between
 * punctuation marks and words like "and" must be one of them, apart from courtesy. Each language has its own rules,
 * because "y" joins two phrases in Spanish but is part of a phrase in French; English phrases are known in all.
 */
export function sentenceOf(phrases: Phrases): (sentence: string) => Locale | null {
  const rules = LANGUAGES.map(({ locale, fillers, joints }) => ({
    locale,
    phrases: new Set([...phrases[ENGLISH.locale], ...phrases[locale]]),
    fillers: anyOf(fillers),
    joints: anyOf(joints),
  }));
  return (sentence) => {
    if (sentence.length > MAX_LENGTH || !PLAIN.test(sentence)) return null;
    const parts = sentence
      .toLowerCase()
      .normalize("NFD")
      .replace(ACCENTS, "")
      .replace(/['’]/g, "")
      .split(/[,.;:!¡—\n]/)
      .map(words);
    return rules.find((each) => consistsOf(parts, each))?.locale ?? null;
  };
}

function consistsOf(sentence: readonly string[], { phrases, fillers, joints }: Rules): boolean {
  const parts = sentence
    .flatMap((part) => (phrases.has(part) ? part : ` ${part} `.split(joints)))
    .map((part) => (phrases.has(words(part)) ? words(part) : words(` ${words(part)} `.replace(fillers, " "))))
    .filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => phrases.has(part));
}

/** The words of a text, with single spaces between them. */
const words = (text: string): string => text.replace(/[^\p{L}]+/gu, " ").trim();

/** Matches one of these words or word groups between spaces. */
function anyOf(texts: readonly string[]): RegExp {
  const longestFirst = texts.toSorted((a, b) => b.length - a.length);
  return new RegExp(` (?:${longestFirst.join("|")})(?= )`, "g");
}
