import { ENGLISH, LANGUAGES } from "#core/factory/conversation/affirmative-phrases.ts";

const MAX_LENGTH = 80;

/** Sentences with digits, emoji, quotes, brackets or other scripts are never affirmative: their meaning is unknown. */
const PLAIN = /^[\p{Script=Latin}\s'’,.;:!¡—-]+$/u;
const ACCENTS = /\p{M}/gu;

/** Each language has its own rules: "y" joins two phrases in Spanish but is part of a phrase in French. */
const RULES = LANGUAGES.map(({ phrases, fillers, joints }) => ({
  phrases: new Set([...ENGLISH.phrases, ...phrases]),
  fillers: anyOf(fillers),
  joints: anyOf(joints),
}));

/**
 * Whether a whole sentence says yes and nothing else, in English, German, French or Spanish. Every part between
 * punctuation marks and words like "and" must be an affirmation, so "yes, but add search" and "do not build it" are
 * messages for the consultant.
 */
export function isAffirmative(sentence: string): boolean {
  if (sentence.length > MAX_LENGTH || !PLAIN.test(sentence)) return false;
  const parts = sentence
    .toLowerCase()
    .normalize("NFD")
    .replace(ACCENTS, "")
    .replace(/['’]/g, "")
    .split(/[,.;:!¡—\n]/)
    .map(words);
  return RULES.some((rules) => saysYes(parts, rules));
}

function saysYes(sentence: readonly string[], { phrases, fillers, joints }: (typeof RULES)[number]): boolean {
  const parts = sentence
    .flatMap((part) => ` ${part} `.split(joints))
    .map((part) => words(` ${words(part)} `.replace(fillers, " ")))
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
