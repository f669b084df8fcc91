import type { Locale } from "#core/factory/specification/specification.ts";
import { localeOf } from "./read/language.ts";
import { tokensOf } from "./read/tokens.ts";

/** Function words of German, French and Spanish requests, by their English meaning. */
const LANGUAGES: Readonly<Record<Exclude<Locale, "en">, Readonly<Record<string, string>>>> = {
  de: {
    build: "baue bau erstelle erstell mach mache programmiere entwickle generiere schreibe",
    a: "ein eine einen einem einer eines der die das den dem mein meine meinen meiner",
    please:
      "mir bitte ich möchte hätte gern gerne will brauche einfach einfache einfachen einfacher einfaches spielen",
    nice: "klein kleine kleinen kleiner kleines schön schöne schönen schöner schönes mal doch uns",
    app: "anwendung programm webseite",
    with: "mit plus",
    without: "ohne kein keine keinen keinem",
    no: "nein",
    but: "aber jedoch",
    and: "und sowie",
    or: "oder",
    for: "für zum zur",
    of: "von vom",
    also: "auch",
  },
  fr: {
    build: "crée créer créez fais faire faites construis développe génère fabrique",
    a: "un une des le la les mon ma mes",
    please: "moi je veux voudrais aimerais besoin s il te vous plaît simple",
    nice: "petit petite joli jolie beau belle",
    app: "application appli",
    with: "avec",
    without: "sans ni aucun aucune",
    no: "non",
    but: "mais",
    and: "et",
    or: "ou",
    for: "pour",
    also: "aussi",
  },
  es: {
    build: "crea crear cree haz hazme hacer construye desarrolla genera prográmame",
    a: "un una el la los las mi mis",
    please: "me quiero necesito quisiera por favor sencillo sencilla simple jugar al",
    nice: "pequeño pequeña bonito bonita",
    app: "aplicación programa",
    with: "con",
    without: "sin ni ningún ninguna",
    but: "pero",
    and: "y",
    or: "o",
    for: "para",
    also: "también",
  },
};
/** These occur in English requests as well ("with sin and cos"), so that the words around them tell the language. */
const ENGLISH_TOO = new Set(
  "die den des plus will mal mach mon con mi et les simple s te beau ma programm i me sin y o a".split(" "),
);

type Translations = ReadonlyMap<string, string>;

const WORDS: readonly Translations[] = Object.values(LANGUAGES).map(
  (language) =>
    new Map(
      Object.entries(language).flatMap(([english, words]) =>
        words.split(" ").map((word) => [plain(word), english] as const),
      ),
    ),
);

/** Marks a word that stays as it is. */
const KEPT = "\uE000";

/**
 * Replaces the function words of a German, French or Spanish request by English ones: "eine Uhr mit Wecker"
 * results in "a Uhr with Wecker". A message in another language is returned as it is.
 */
export function inEnglish(message: string): string {
  const known = translationsFor(message);
  if (!known) return message;
  return (
    message
      .replace(/\bjouer (?:à|au|aux)(?= )/giu, "please")
      .replace(/(?<!\p{L})pas (?:de |d['’])/giu, "sans ") // Otherwise "pas" is a step.
      .replace(/\bde (?=\d)/giu, "of ") // Elsewhere it is part of a name, such as "conversor de unidades".
      // After a noun, it is part of a name: "roue des prénoms".
      .replace(/(?<=\p{L} )des(?= )/giu, (word, at: number, text: string) =>
        known.has(plain(text.slice(0, at).match(/\p{L}+(?= $)/u)?.[0] ?? "")) ? word : `${KEPT}${word}`,
      )
      .replace(/\uE000?\p{L}+/gu, (word) =>
        word.startsWith(KEPT) ? word.slice(1) : (known.get(plain(word)) ?? word),
      )
  );
}

/** The function words of the language of a message, if it is not English. */
function translationsFor(message: string): Translations | undefined {
  const words = [...message.matchAll(/\p{L}+/gu)].map(([word]) => plain(word));
  const wordsIn = (language: Translations) => words.filter((word) => language.has(word)).length;
  // "Des" begins a French request; elsewhere it is German as well.
  const telling = words.filter((word, at) => !ENGLISH_TOO.has(word) || (at === 0 && word === "des"));
  const counts = WORDS.map((known) => telling.filter((word) => known.has(word)).length);
  const most = Math.max(...counts);
  if (most === 0) return words.some((word) => ENGLISH_TOO.has(word)) ? languageAround(message) : undefined;
  // "un reloj con …": where languages share the words that tell, all the others decide.
  const [known] = WORDS.filter((_, at) => counts[at] === most).sort((a, b) => wordsIn(b) - wordsIn(a));
  return known;
}

/** "Calculadora con historial": the nouns tell the language. */
function languageAround(message: string): Translations | undefined {
  const locale = localeOf(tokensOf(message), "en");
  return locale === null || locale === "en" ? undefined : WORDS[Object.keys(LANGUAGES).indexOf(locale)];
}

function plain(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}
