import type { Locale } from "#core/factory/specification/specification.ts";
import { GERMAN_SUFFIXES } from "#local/brain/lexicon/words/containers.ts";
import { FUNCTION_WORDS } from "#local/brain/lexicon/words/functions.ts";
import { type Dictionary, dictionaryOf, type Sense } from "./dictionary.ts";
import type { Role } from "./grammar.ts";
import { type Figure, figuresOf } from "./numbers.ts";
import type { Token } from "./tokens.ts";

/** Adjacent tokens with what they may mean; no sense for an unknown word. */
export interface Piece {
  /** Indexes of its tokens. */
  readonly tokens: readonly number[];
  readonly text: string;
  readonly senses: readonly Sense[];
  readonly figure?: Figure;
  /** Whether it only structures the sentence. */
  readonly function: boolean;
}

/** German has hardly a plural with "s" ("Tags" is not "Tag"), and "devoirs" is no form of the French verb. */
const OTHER_PLURALS: ReadonlySet<Locale> = new Set(["de", "fr"]);

/** Whether a token asks for something or could do so, and so has to appear in the ledger. */
export function isContent({ kind, key, text }: Token, locale: Locale): boolean {
  if (kind === "mark") return false;
  if (kind === "number") return true;
  const word = text.toLowerCase().replace(/^(qu|[ldjnsmtc])['’]$/, "$1");
  const isFunction =
    FUNCTION_WORDS[locale].has(word) ||
    (FUNCTION_WORDS[locale].has(key) && !(OTHER_PLURALS.has(locale) && word === `${key}s`));
  return !isFunction && !/^['’]/.test(text);
}

/** Splits the tokens of a message into pieces: figures first, then the longest phrases. */
export function piecesOf(message: string, written: readonly Token[], locale: Locale): Piece[] {
  const dictionary = dictionaryOf(locale);
  const tokens = withNumbers(written, dictionary);
  const figures = figuresOf(message, locale);
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const figure = figures.find(
      ({ start, end, figure: { is } }) =>
        start <= token.start &&
        token.end <= end &&
        (is !== "clause" ||
          (start === token.start && pieces.some(isNamed) && !isNamedAlready(dictionary, tokens, at, end))),
    );
    const length = figure
      ? tokens.filter(({ start, end }) => figure.start <= start && end <= figure.end).length
      : (dictionary.at(tokens, at)?.length ?? 1);
    const range = Array.from({ length }, (_, offset) => at + offset);
    const text =
      token.kind === "mark" ? token.text : message.slice(token.start, tokens[at + length - 1]?.end);
    if (figure) pieces.push({ tokens: range, text, senses: [], figure: figure.figure, function: false });
    else pieces.push(...plain(range, text, token, dictionary.at(tokens, at)?.senses ?? [], locale));
    at += length;
  }
  return pieces;
}

/** Whether a piece names something that could have details. */
function isNamed({ senses, function: structures, text }: Piece): boolean {
  return (
    senses.some(({ is }) => NAMING.has(is)) || (senses.length === 0 && !structures && !/^\p{P}/u.test(text))
  );
}

/** "Who paid" is a detail that the lexicon knows, and "which bike" names a kind of record. */
function isNamedAlready(dictionary: Dictionary, tokens: readonly Token[], at: number, end: number): boolean {
  const known = dictionary.at(tokens, at);
  if (known !== null && known.length > 1 && known.senses.some(({ is }) => is === "field")) return true;
  const next = dictionary.at(tokens, at + 1);
  const last = tokens[at + (next?.length ?? 0)];
  return last?.end === end && (next?.senses.some(({ is }) => is === "noun") ?? false);
}

/** "Tracking no" and "serial no." are numbers, not negations. */
function withNumbers(tokens: readonly Token[], dictionary: Dictionary): readonly Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (!before || !/^no$/i.test(token.text)) return token;
    const number = { ...token, key: "number" };
    const senses = dictionary.at([before, number], 0);
    return senses?.length === 2 && senses.senses.some(({ is }) => is === "field") ? number : token;
  });
}

function plain(
  range: number[],
  text: string,
  token: Token,
  senses: readonly Sense[],
  locale: Locale,
): Piece[] {
  const dictionary = dictionaryOf(locale);
  if (
    locale === "en" &&
    /s$/i.test(text) &&
    text.toLowerCase() !== token.key &&
    !LEAVES_OUT.test(text) &&
    isOrder(senses)
  )
    return [{ tokens: range, text, senses: [], function: false }];
  if (senses.length > 0 || token.kind !== "word")
    return [{ tokens: range, text, senses, function: range.length === 1 && !isContent(token, locale) }];
  if (!isContent(token, locale)) return [{ tokens: range, text, senses, function: true }];
  const parts = locale === "de" ? compound(token.key, dictionary) : null;
  if (!parts) return [{ tokens: range, text, senses: inflected(token.key, locale), function: false }];
  return parts.map(({ senses: own, from, to }) => ({
    tokens: range,
    text: text.slice(from, to),
    senses: own,
    function: false,
  }));
}

/** Verbs that say of an app as well what it leaves out: "that excludes tags". */
const LEAVES_OUT = /^(excludes|avoids|skips)$/i;

/** "Skip tags" leaves them out; "it drops below 5" tells what something does. */
function isOrder(senses: readonly Sense[]): boolean {
  return (
    senses.length > 0 &&
    senses.every((sense) => sense.is === "role" && (sense.role === "negate" || sense.role === "remove"))
  );
}

/** The details that a German plural or dative names: "Gewichten". */
function inflected(word: string, locale: Locale): readonly Sense[] {
  const stem = word.replace(/(en|n|e)$/, "");
  if (locale === "de" && placeAtEnd(word)) return placeAtEnd(word) as readonly Sense[];
  if (locale !== "de" || stem === word || stem.length < 4 || !dictionaryOf(locale).own(stem)) return [];
  return dictionaryOf(locale)
    .word(stem)
    .filter(({ is }) => is === "field");
}

/** A "Jugendfeuerwehr" is a place or people whom an app is for, as is a "Feuerwehr". */
function placeAtEnd(word: string): readonly Sense[] | undefined {
  for (let at = 3; at <= word.length - 5; at += 1) {
    const senses = dictionaryOf("de").word(word.slice(at));
    if (senses.length > 0 && senses.every(({ is }) => is === "context")) return senses;
  }
  return undefined;
}

/** Whether a word is a German compound of known words. */
export function isCompound(word: string): boolean {
  return compound(word, dictionaryOf("de")) !== null;
}

interface Part {
  readonly senses: readonly Sense[];
  readonly from: number;
  readonly to: number;
}

/** Both parts of a German compound: "Pflanzentracker"; null if the word does not end with a known word. */
function compound(word: string, dictionary: Dictionary): Part[] | null {
  let app: Part[] | null = null;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const end = dictionary.word(word.slice(at));
    const suffix = GERMAN_SUFFIXES.get(word.slice(at));
    const last = suffix && end.length === 0 ? [{ is: "container", key: suffix } as const] : end;
    if (!last.some(({ is }) => NAMING.has(is))) continue;
    const parts = (senses: readonly Sense[]) => [
      { senses, from: 0, to: at },
      { senses: last, from: at, to: word.length },
    ];
    const first = formsOf(word.slice(0, at))
      .map((form) => dictionary.word(form).filter(({ is }) => NAMING.has(is)))
      .find((senses) => senses.length > 0);
    if (first) return parts(first);
    if (suffix && at >= 4 && word.length - at >= 4) app ??= parts([]);
  }
  return app;
}

/** A first part without its linking letters, or with the ending that it lost. */
function formsOf(stem: string): string[] {
  const linked = LINKS.filter((link) => stem.endsWith(link)).map((link) => stem.slice(0, -link.length));
  return [stem, ...linked, `${stem}e`, `${stem}en`].filter((form) => form.length >= 3);
}

const LINKS = ["s", "n", "en", "es", "er", "e"];
const NAMING = new Set<Sense["is"]>(["noun", "field", "view", "behaviour", "container", "beyond"]);

/** The sense of a kind that a piece has, or undefined. */
export function senseOf<K extends Sense["is"]>(
  piece: Piece | undefined,
  is: K,
): Extract<Sense, { is: K }> | undefined {
  return piece?.senses.find((sense): sense is Extract<Sense, { is: K }> => sense.is === is);
}

export function hasRole(piece: Piece, ...roles: readonly Role[]): boolean {
  return piece.senses.some((sense) => sense.is === "role" && roles.includes(sense.role));
}
