import type { Field } from "#core/factory/specification/field.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** A detail that a message describes instead of naming it: "who borrowed it", "queen seen yes or no". */
export type Described =
  /** What a question in a list of details asks for: "how many eggs". */
  | { readonly is: "clause"; readonly type: Field["type"] }
  /** That the detail before it has two values: "paid yes/no". */
  | { readonly is: "yes_no" }
  /** How often something is done: "3 times a day". */
  | { readonly is: "times" }
  /** How a list is ordered: "newest first". */
  | { readonly is: "order"; readonly by: "date" | "name"; readonly descending: boolean };

interface Place {
  readonly start: number;
  readonly end: number;
  readonly figure: Described;
}

/** Question words by the type of what they ask for, those of several words first. */
const QUESTIONS: Readonly<Record<Locale, readonly (readonly [string, Field["type"]])[]>> = {
  en: [
    ["how many", "integer"],
    ["how long", "duration"],
    [
      "how much (?:\\p{L}+ )?(?:(?:i|we|it|they|he|she) )?(?:pays?|paid|costs?|owes?|owed|spends?|spent|earns?|earned|charged?)",
      "money",
    ],
    ["how much", "decimal"],
    ["how(?: often| old| far| big| \\p{L}+)", "text"],
    ["(?:since |until )?when", "date"],
    ["(?:with |from |to |by |for )?whom?|whose|where|which|what|what['’]s|why", "text"],
    ["whether|if (?=(?:they|he|she|it|we|i)(?!\\p{L}))", "boolean"],
  ],
  de: [
    ["wie ?viele", "integer"],
    ["wie lange", "duration"],
    ["wie ?viel (?:\\p{L}+ )?(?:kostet|gekostet|bezahlt|ausgegeben|verdient)", "money"],
    ["wie ?viel", "decimal"],
    ["wie \\p{L}+", "text"],
    ["(?:seit |bis )?wann", "date"],
    ["(?:von |mit |bei |an )?we[rmn]|wessen|wo|wohin|woher|was|welche[rsnm]?|warum|wofür|womit", "text"],
    ["ob", "boolean"],
  ],
  fr: [
    ["combien d['’e] ?", "integer"],
    ["combien (?:\\p{L}+ )?(?:coûte|coûté|payé|dépensé)", "money"],
    ["combien", "decimal"],
    ["(?:depuis |jusqu['’]à )?quand", "date"],
    ["si|s['’]ils?(?!\\p{L})", "boolean"],
    ["(?:avec |à |par |de )?qui|où|quoi|ce que|quel(?:le)?s?|pourquoi|comment", "text"],
  ],
  es: [
    ["cu[aá]nt[oa]s", "integer"],
    ["cu[aá]nto (?:\\p{L}+ )?(?:cuesta|costó|pago|pagué|pagado|gasto|gasté|cobro)", "money"],
    ["cu[aá]nt[oa]", "decimal"],
    ["(?:desde |hasta )?cu[aá]ndo", "date"],
    ["si", "boolean"],
    ["(?:con |a |de )?quién(?:es)?|qué|dónde|cuál(?:es)?|por qué|cómo", "text"],
  ],
};

/** What stands before a question in a list of details. */
const BEFORE: Readonly<Record<Locale, string>> = {
  en: "and|with|plus|also|incl|including",
  de: "und|mit|plus|auch|inkl|sowie",
  fr: "et|avec|plus|aussi|ainsi que",
  es: "y|e|con|más|también",
};

/** Where a question is none: it says when something is to happen, or what the app lets people do. */
const ELSE =
  /\b(?:warn|remind|alert|notif|tell|show|send|mail|highlight|mark|erinner|warne|melde|sag|zeig|benachrichtig|préviens|rappel|alert|avert|affich|avis|avís|recuér|record|notific|muestr)\p{L}*[^.;!?]*$/iu;
const ABLE =
  /^(?:where|which|that|when|wo|où|dónde|donde)\b[^,]*\b(?:can|could|should|must|will|want|let|lets|needs?|possible|kann|können|soll|peut|peux|puisse|peuvent|pueda|puedo|pueden)\b/iu;

/** "…, which shows the sum": a relative clause tells what the app or a record is or does. */
const RELATIVE =
  /^(?:(?:where|wo|où|dónde|donde) (?:i|we|you|ich|wir|man|je|on|nous|yo|se)|which (?:i|we|you|is|are|has|have|shows?|will|also|then|lets?)|who (?:is|are|can)|whose|qui (?:me|m['’]|nous|permet|affiche|doit|soit|est|sont|gère|garde|montre))(?!\p{L})/iu;

const YES_NO: Readonly<Record<Locale, string>> = {
  en: "yes ?(?:/|or) ?no|y ?/ ?n|or not|(?:check|tick) ?box(?:es)?|true ?/ ?false",
  de: "ja ?(?:/|oder) ?nein|j ?/ ?n|oder nicht|ankreuzfeld|häkchen|kontrollkästchen",
  fr: "oui ?(?:/|ou) ?non|o ?/ ?n|ou non|ou pas|case à cocher",
  es: "s[ií] ?(?:/|o) ?no|s ?/ ?n|o no|casilla(?: de verificación)?",
};

/** The words for an order, from the newest and from the oldest, and by the alphabet. */
const ORDERS: Readonly<Record<Locale, readonly [newest: string, oldest: string, alphabet: string]>> = {
  en: [
    "(?:newest|latest|most recent)(?: ones?| \\p{L}+)? (?:first|on top|at the top)",
    "oldest(?: ones?| \\p{L}+)? (?:first|on top|at the top)",
    "(?:(?:sorted|ordered|sort|order) )?(?:alphabetically|in alphabetical order|from a to z|a-z)",
  ],
  de: [
    "(?:das |die |den |der )?(?:neueste|neuste|jüngste|letzte)[snmr]? (?:zuerst|oben|zuoberst)",
    "(?:das |die |den |der )?(?:älteste)[snmr]? (?:zuerst|oben|zuoberst)",
    "(?:(?:sortiert|geordnet) )?(?:alphabetisch|nach dem alphabet|von a bis z)(?: sortiert| geordnet)?",
  ],
  fr: [
    "(?:les |la |le )?plus récente?s? (?:d['’]abord|en premier|en haut)",
    "(?:les |la |le )?plus anciens? (?:d['’]abord|en premier|en haut)",
    "(?:(?:triée?s?|classée?s?) )?par ordre alphabétique",
  ],
  es: [
    "(?:los |las |el |la |lo )?(?:más (?:recientes?|nuev[oa]s?)) (?:primero|arriba)",
    "(?:los |las |el |la |lo )?(?:más (?:antigu[oa]s?|viej[oa]s?)) (?:primero|arriba)",
    "(?:(?:ordenad[oa]s?) )?(?:alfabéticamente|por orden alfabético)",
  ],
};

const TIMES: Readonly<Record<Locale, string>> = {
  en: "\\d+ ?(?:times|x) (?:a|per|each|every) (?:day|week|month)|\\d+ ?x daily",
  de: "\\d+ ?(?:mal|x) (?:am tag|täglich|in der woche|die woche|pro (?:tag|woche|monat))",
  fr: "\\d+ ?(?:fois|x) par (?:jour|semaine|mois)",
  es: "\\d+ ?(?:veces|x) (?:al|por|a la) (?:día|semana|mes)",
};

/** Finds the details of a message that are described instead of named, and how lists are ordered. */
export function describedIn(message: string, locale: Locale): Place[] {
  const [newest, oldest, alphabet] = ORDERS[locale];
  return [
    ...placesOf(message, newest, { is: "order", by: "date", descending: true }),
    ...placesOf(message, oldest, { is: "order", by: "date", descending: false }),
    ...placesOf(message, alphabet, { is: "order", by: "name", descending: false }),
    ...questionsIn(message, locale),
    ...placesOf(message, YES_NO[locale], { is: "yes_no" }),
    ...placesOf(message, TIMES[locale], { is: "times" }),
  ];
}

function placesOf(message: string, words: string, figure: Described): Place[] {
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "giu");
  return [...message.matchAll(pattern)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    figure,
  }));
}

function questionsIn(message: string, locale: Locale): Place[] {
  const places: Place[] = [];
  for (const [words, type] of QUESTIONS[locale]) {
    const pattern = new RegExp(
      `(?<=(?:[,:;(\\n–—-]\\s*|[.]\\s+|(?<!\\p{L})(?:${BEFORE[locale]})\\s+))(?:${words})(?!\\p{L})[^,:;.!?()\\n]*`,
      "giu",
    );
    for (const { index, 0: text } of message.matchAll(pattern)) {
      const end = index + clauseOf(text, locale).length;
      const taken = places.some((place) => index < place.end && place.start < end);
      if (!taken && isDetail(message, index, message.slice(index, end)))
        places.push({ start: index, end, figure: { is: "clause", type } });
    }
  }
  return places;
}

/** The question up to "and" or to what says why it is asked. */
function clauseOf(text: string, locale: Locale): string {
  const end = new RegExp(
    `\\s+(?:${BEFORE[locale]}|so that|but|damit|aber|pour que|mais|para que|pero|without|ohne|sans|sin|(?:on|at|in|for|an|am|um|en|à) (?:which|what|welche[mnr]?|quel(?:le)?s?|qué))(?!\\p{L}).*$`,
    "iu",
  );
  return text
    .replace(end, "")
    .replace(/\s+(?:from|von|de|out of|sur|sobre)\s+\d.*$/iu, "")
    .trimEnd();
}

function isDetail(message: string, at: number, clause: string): boolean {
  const sentence =
    message
      .slice(0, at)
      .split(/[.!?\n]/)
      .at(-1) ?? "";
  const words = clause.split(/\s+/).length;
  return (
    words <= 7 &&
    clause.length <= 50 &&
    !/\d/.test(clause) &&
    !ELSE.test(sentence) &&
    !ABLE.test(clause) &&
    !RELATIVE.test(clause)
  );
}
