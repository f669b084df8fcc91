import type { Locale } from "#core/factory/specification/specification.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { readAsk } from "#local/brain/recognise/ask.ts";
import { localeOf } from "./language.ts";
import { hasRole, type Piece, piecesOf, senseOf } from "./pieces.ts";
import { tokensOf } from "./tokens.ts";

/** A request for another app in place of the one before: "actually make it a quiz". */
export interface Another {
  /** The part of the message that names the app; the rest says that it replaces the other one. */
  readonly start: number;
  readonly end: number;
  /** Whether it says outright that the app becomes another one. */
  readonly turns: boolean;
}

interface Cues {
  /** Words that turn the app into another one. */
  readonly turn: RegExp;
  /** Words of a change of mind. */
  readonly instead: RegExp;
  /** Such words at the end, after a request. */
  readonly last: RegExp;
}

const START = String.raw`^(?:\W|no|ok|okay|oh|hmm|sorry|wait|well|but|and|please|actually|nein|ach|doch|moment|und|bitte|non|pardon|et|perdón|y)*`;
const LEAD = new RegExp(START, "iu");
const cue = (pattern: string) => new RegExp(`${START}${pattern}`, "iu");

const CUES: Readonly<Record<Locale, Cues>> = {
  en: {
    turn: cue(
      String.raw`(?:(?:actually|rather|instead|on second thought|i changed my mind)\W+)?(?:can you |could you |let['’]?s )?(?:make|turn|change|convert|switch) (?:it|this|that|the app|the plan) (?:in ?to |to )?(?=(?:an?|my) )`,
    ),
    instead: cue(
      String.raw`(?:actually|instead|rather|on second thought|i(?: have|['’]ve)? changed my mind|forget (?:it|that)|scrap that|never mind)\b\W*(?:(?:i|we)(?:['’]d| would)? (?:rather )?(?:like|want|need|prefer|have) |build |create |make |plan |give |let['’]?s (?:do|build|make) )?(?:me )?(?=an? )`,
    ),
    last: /^(?:\W|no|ok|okay|please|then|actually)*(?:(?:i|we)(?:['’]d| would)? (?:like|want|need|prefer) |build |create |make |do |plan |give |let['’]?s (?:do|build|make) )?(?:me )?(?=an? ).* instead\W*$/iu,
  },
  de: {
    turn: cue(
      `(?:mach|mache|machen wir|bau|baue) (?:bitte )?(?:daraus|stattdessen|lieber|doch lieber)(?: lieber| doch)? (?=eine?n? )`,
    ),
    instead: cue(
      String.raw`(?:(?:eigentlich|lieber|doch lieber|stattdessen|vergiss (?:es|das)|von vorne?)\b\W*)+(?:(?:möchte|will|hätte|brauche) ich (?:lieber |gern |gerne |doch )*)?(?=eine?n? )`,
    ),
    last: /^(?:\W|nein|ok|doch|dann)*(?:ich (?:möchte|will|brauche|hätte gern) |mach |bau |baue )?(?=eine?n? ).* (?:stattdessen|lieber)\W*$/iu,
  },
  fr: {
    turn: cue(
      `(?:(?:fais|faites)[- ]en|transforme[zr]?[- ]l[ae] en|change[zr]?[- ]l[ae] en) (?:plutôt )?(?=une? )`,
    ),
    instead: cue(
      String.raw`(?:en fait|finalement|plutôt|oublie ça)\b\W*(?:je (?:veux|voudrais|préfère|préférerais) (?:plutôt )?)?(?=une? )`,
    ),
    last: /^(?:\W|non|ok)*(?:je (?:veux|voudrais|préfère) |fais |crée )?(?=une? ).* (?:plutôt|à la place)\W*$/iu,
  },
  es: {
    turn: cue(`(?:conviértel[ao] en|conviertel[ao] en|hazl[ao]|cámbial[ao] (?:a|por)|que sea) (?=una? )`),
    instead: cue(
      String.raw`(?:en realidad|mejor|olvida eso)\b\W*(?:(?:quiero|prefiero|necesito|haz|crea) )?(?=una? )`,
    ),
    last: /^(?:\W|no|ok)*(?:quiero |prefiero |haz |crea )?(?=una? ).* (?:en su lugar|en vez de eso|mejor)\W*$/iu,
  },
};

const LAST = /\s+(?:instead|stattdessen|lieber|plutôt|à la place|en su lugar|en vez de eso|mejor)\W*$/iu;

/** "No, rather films": after a no, the plural alone names the other app. */
const BARE =
  /^\W*(?:no|nope|nein|nee|nö|non)\b\W*(?:(?:actually|eigentlich|doch|ach|en fait|en realidad)\b\W*)*(?:rather|lieber|plutôt|mejor) (?=\p{L}+\W*$)/iu;

/** "No, a film list": after a no that stands alone, the app with its article. */
const REJECTED = /^\W*(?:no|nope|nein|nee|nö|non)\s*[,.;:!–—-]+\s*(?=(?:an?|eine?n?|une?|una) )/iu;

/**
 * Finds a request for another app. The words have to name one: a kind of record, a known kind of app, a product, or an
 * unknown thing with a word such as "tracker". Null for other changes: "actually make it blue".
 */
export function anotherIn(message: string): Another | null {
  for (const locale of LOCALES) {
    const { turn, instead, last } = CUES[locale];
    const turned = turn.exec(message);
    const end = LAST.exec(message)?.index ?? message.length;
    const [found] = turned ?? instead.exec(message) ?? BARE.exec(message) ?? REJECTED.exec(message) ?? [];
    if (found !== undefined && namesApp(message.slice(found.length, end), locale))
      return { start: found.length, end, turns: turned !== null };
    const start = LEAD.exec(message)?.[0].length ?? 0;
    if (last.test(message) && namesApp(message.slice(start, end), locale))
      return { start, end, turns: false };
  }
  return null;
}

/** A change of mind within a message: "a lead tracker, actually no, make it a customer list". */
const MIND =
  /[,.;–-] (?=(?:oh |no,? |nein,? |non,? )?(?:actually|wait|sorry|scratch that|on second thought|eigentlich|moment|ach nein|en fait|attends|finalement|en realidad|espera|mejor)\b)/giu;

/** Finds the last change of mind within a message, as {@link anotherIn} does. */
export function anotherWithin(message: string): Another | null {
  for (const { index } of [...message.matchAll(MIND)].reverse()) {
    const from = index + 2;
    const found = anotherIn(message.slice(from));
    if (found) return { ...found, start: from + found.start, end: from + found.end };
  }
  return null;
}

/** Whether a text names an app: a kind of record, a known kind of app, or a product. */
export function namesApp(text: string, locale: Locale): boolean {
  const tokens = tokensOf(text);
  const pieces = piecesOf(text, tokens, localeOf(tokens, locale) ?? locale);
  const until = pieces.findIndex(
    (piece) => /^[,.;:!?]$/.test(piece.text) || hasRole(piece, "with", "that", "and", "has", "for"),
  );
  const named = (until < 0 ? pieces : pieces.slice(0, until)).filter(
    (piece) => !piece.function && !hasRole(piece, "filler", "build"),
  );
  if (named.some((piece) => senseOf(piece, "color"))) return false;
  const { kind } = readAsk([text]);
  return kind !== null || named.some((piece) => isApp(piece, named)) || isUnknownApp(named);
}

/** A word that is also one for a detail names an app only beside a word such as "list": "a photo" is a detail. */
function isApp(piece: Piece, named: readonly Piece[]): boolean {
  const thing = senseOf(piece, "noun") ?? senseOf(piece, "product") ?? senseOf(piece, "unbuildable");
  if (thing === undefined || senseOf(piece, "view")) return false;
  const plain = (other: Piece) => ["list", undefined].includes(senseOf(other, "container")?.view);
  return !senseOf(piece, "field") || named.some((other) => senseOf(other, "container") && plain(other));
}

function isUnknownApp(named: readonly Piece[]): boolean {
  return (
    named.some(({ senses }) => senses.length === 0) && named.some((piece) => senseOf(piece, "container"))
  );
}
