import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { FOREIGN_WORDS } from "#local/brain/lexicon/words/foreign.ts";
import { FUNCTION_WORDS } from "#local/brain/lexicon/words/functions.ts";
import { NEGATIONS } from "#local/brain/lexicon/words/negations.ts";
import { dictionaryOf } from "./dictionary.ts";
import { isCompound } from "./pieces.ts";
import type { Token } from "./tokens.ts";

/** Whether the first noun of a phrase is the one that the others describe, not the last one. */
export function isHeadFirst(locale: Locale): boolean {
  return locale === "fr" || locale === "es";
}

/** Frequent words of languages that are not read, to tell them from the ones that are. */
const OTHERS = new Set(
  `il lo gli della delle dei una con per che sono voglio vorrei app-per het een met voor mijn ik wil en van een
  graag uma um com para meu minha eu quero do da dos das jag vill ha och med för jeg og til ett mina mit meg
  ja chcę aplikacja dla z moje chci aplikaci pro bir uygulama için istiyorum ve saya ingin untuk dengan`.split(
    /\s+/,
  ),
);

/** Words for an app, a list of tasks and the like, which occur in no language that is read. */
const FOREIGN_NOUNS = new Set(
  `aplicativo aplicație aplikacja aplikace aplikacija aplikasi aplikácia applicazione applikation alkalmazás
  programma sovellus toepassing uygulama uygulaması tarefa tarefas tehtävälista huskeliste oppgaveliste
  gjøremål takenlijst att göra`.split(/\s+/),
);
/** Letters and endings of no language that is read. A capitalised word with them may be a name. */
const FOREIGN_FORM = /^(?=\p{Ll}).*(?:[ųįėāēģķļņãõåøłąęśćźżńěščřžůťďňőűășțşţğıđơưạ-ỹìò]|(?:ità|zion[ei])$)/u;

/** How clearly a word belongs to a language that is not read, from 0 to 3. */
function foreignness(text: string): number {
  const word = text.toLowerCase().normalize("NFC");
  if (FOREIGN_NOUNS.has(word)) return 3;
  if (FOREIGN_WORDS.has(text.normalize("NFC"))) return 2;
  if (FOREIGN_FORM.test(text.normalize("NFC"))) return 2;
  return OTHERS.has(word) ? 1 : 0;
}

/**
 * The language that most function words and known words of a message belong to; `start` if none does. Null for a
 * language that is not read.
 */
export function localeOf(tokens: readonly Token[], start: Locale | null): Locale | null {
  const words = tokens.filter(({ kind }) => kind === "word");
  if (words.length === 0) return tokens.some(({ text }) => /\p{L}/u.test(text)) ? null : (start ?? "en");
  const latin = words.filter(({ text }) => /^[\p{Script=Latin}\p{M}\d'’+#]+$/u.test(text));
  if (latin.length * 2 < words.length) return null;
  // "A todo app" consists of words that are frequent in Spanish as well.
  const english = words.every((word) => votesFor("en", [word]) > 0);
  const votes = LOCALES.map((locale) => ({
    locale,
    votes: votesFor(locale, words) + (locale === start ? 0.6 : 0) + (locale === "en" && english ? 1 : 0),
  }));
  const best = votes.reduce((one, other) => (other.votes > one.votes ? other : one));
  const foreignWords = words.map((word) => foreignness(word.start > 0 ? word.text : word.text.toLowerCase()));
  const foreign = foreignWords.reduce((sum, weight) => sum + weight, 0);
  const shared = foreignWords.every((weight) => weight < 2);
  if (foreign >= 2 && foreign * 2 > best.votes + (shared ? 0.5 * words.length : 0)) return null;
  return best.votes > 0 ? best.locale : (start ?? "en");
}

/** Letters that hardly occur in the other languages. */
const LETTERS: Readonly<Record<Locale, RegExp>> = {
  en: /(?!)/,
  de: /[äöüß]/i,
  fr: /[èêàçâîôûœ]/i,
  es: /[ñ¿¡áíóú]/i,
};

function votesFor(locale: Locale, words: readonly Token[]): number {
  const dictionary = dictionaryOf(locale);
  return words.reduce((sum, { text, key }) => {
    const word = text.toLowerCase().replace(/['’]$/, "");
    // Keys have no accents: "gestión" is known in French as well, but written like this it is Spanish.
    const letters = LETTERS[locale].test(text) ? 0.3 : 0;
    if (FUNCTION_WORDS[locale].has(word) || NEGATIONS[locale].pre.includes(word)) return sum + 1 + letters;
    if (dictionary.own(key) || (locale === "de" && isCompound(key))) return sum + 0.7 + letters;
    return sum + letters;
  }, 0);
}
