import type { Locale } from "#core/factory/specification/specification.ts";
import { NUMBER_WORDS } from "#local/brain/lexicon/words/numbers.ts";
import { type Described, describedIn } from "./clauses.ts";

/** A number of a message with what it says. */
export type Figure =
  | { readonly is: "interval"; readonly days: number }
  | { readonly is: "before"; readonly days: number }
  | { readonly is: "range"; readonly min: number; readonly max: number }
  | { readonly is: "scale"; readonly max: number }
  | { readonly is: "unit"; readonly unit: string }
  /** The most cards of a column. */
  | { readonly is: "cards"; readonly max: number }
  /** A warning below a number, or also at it; `of` is what is counted, in the person's words. */
  | { readonly is: "threshold"; readonly at: number; readonly below: boolean; readonly of: string }
  /** Null for a name that several currencies have: pesos. */
  | { readonly is: "currency"; readonly code: string | null }
  | Described;

/** A figure with its place in the message. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly figure: Figure;
}

interface Patterns {
  readonly interval: string;
  readonly before: string;
  readonly range: string;
  readonly scale: string;
  readonly unit: string;
  /** The words before what is counted, those before the number, and those after it. */
  readonly threshold: readonly [warn: string, below: string, after: string];
}

/** `#` stands for a number in digits or words, `@` for a unit of days. */
const PATTERNS: Readonly<Record<Locale, Patterns>> = {
  en: {
    interval: "every # @",
    before: "# @ (?:before|ahead|early|earlier|in advance|prior)",
    range: "(?:from |between )?# ?(?:to|-|–|and|through) ?#(?! @)",
    scale: "(?:out of|up to|max|maximum) #(?: stars?)?|#[- ]stars?|/ ?#",
    threshold: [
      "(?:please )?(?:warn|alert|tell|notify|remind|show)(?: me| us)?(?: a warning)?(?: (?:when|if|once|whenever|as soon as))?",
      "(?:is |are |has |have |drops? |falls? |goes |go |gets? |runs? )*(?:below|under|less than|fewer than|lower than|down to|at most)",
      "left|in stock|remaining|units?|pieces?|items?",
    ],
    unit: "in (kwh|°c|°f|mg|mm|kg|kilograms|kilos|g|grams|cm|m|km|kilometers|miles|lbs|pounds|hours|minutes|seconds|liters|litres|ml|days|weeks|percent|per cent|%)",
  },
  de: {
    interval: "alle # @",
    before: "# @ (?:vorher|davor|im voraus|zuvor|vor der|vor dem)",
    range: "(?:von )?# ?(?:bis|-|–) ?#(?! @)",
    scale: "(?:von|bis zu|maximal|bis) #(?: sternen?)?|#[- ]sterne?|/ ?#",
    threshold: [
      "(?:bitte )?(?:warne?|sag|sage|melde|erinnere?|informiere?|zeige?)(?: mich| mir| uns)?(?: bescheid)?,?(?: (?:wenn|falls|sobald))?",
      "(?:nur noch |höchstens |weniger als |unter |kleiner als )+",
      "da|übrig|vorhanden|auf lager|stück|sind|ist|fällt|sinkt|liegt|bleiben|habe",
    ],
    unit: "in (kwh|°c|mg|mm|kg|kilogramm|g|gramm|cm|m|km|kilometern|meilen|stunden|minuten|sekunden|litern|ml|tagen|wochen|prozent|%)",
  },
  fr: {
    interval: "(?:tous|toutes) les # @",
    before: "# @ (?:avant|à l'avance|plus tôt)",
    range: "(?:de )?# ?(?:à|-|–) ?#(?! @)",
    scale: "(?:sur|jusqu'à|maximum) #(?: étoiles?)?|# étoiles?|/ ?#",
    threshold: [
      "(?:préviens|prévenez|avertis|avertissez|alerte|alertez|dis|signale|m['’]avertir|me prévenir|m['’]alerter)(?:[- ]moi)?(?: (?:quand|si|lorsque|lorsqu['’]|dès que|dès qu['’]))?",
      "(?:il (?:en |n['’]en |ne )?reste |est |sont |passe |descend |tombe )*(?:moins de|moins d['’]|inférieure? à|en dessous de|au-dessous de|sous)",
      "unités?|en stock|articles?|pièces?|restants?",
    ],
    unit: "en (kwh|°c|mg|mm|kg|kilos|g|grammes|cm|m|km|kilomètres|heures|minutes|secondes|litres|ml|jours|semaines|pour ?cent|%)",
  },
  es: {
    interval: "cada # @",
    before: "# @ (?:antes|de antelación)",
    range: "(?:de |del )?# ?(?:a|al|-|–) ?#(?! @)",
    scale: "(?:sobre|hasta|máximo|de) #(?: estrellas?)?|# estrellas?|/ ?#",
    threshold: [
      "(?:avísame|avisame|avíseme|avisarme|alértame|alertame|adviérteme|dime)(?: con una alerta)?(?: (?:cuando|si))?",
      "(?:es |está |esté |baja |baje |cae |caiga |quedan? |queden? |hay )*(?:menos de|por debajo de|de menos de|inferior a|bajo)",
      "unidades?|en stock|artículos?|piezas?",
    ],
    unit: "en (kwh|°c|mg|mm|kg|kilos|g|gramos|cm|m|km|kilómetros|horas|minutos|segundos|litros|ml|días|semanas|por ciento|%)",
  },
};

const DAYS: readonly (readonly [string, number])[] = [
  ["days?|tagen?|tage|jours?|días?|dias?", 1],
  ["weeks?|wochen?|semaines?|semanas?", 7],
  ["months?|monaten?|monate|mois|meses|mes", 30],
];

const CURRENCIES: readonly (readonly [RegExp, string | null])[] = [
  [/\b(?:currency |währung |devise |moneda )?(?:in|en) pesos mexicanos\b/giu, "MXN"],
  [/\b(?:currency |währung |devise |moneda )?(?:in|en) pesos\b(?! mexicanos)/giu, null],
  [/(?:\b(?:currency |währung |devise |moneda )?(?:in|en) (?:euros?)\b)|€|(?<=, ?)euros\b/giu, "EUR"],
  [/\b(?:currency |währung |devise |moneda )?(?:in|en) (?:us )?(?:dollars?|dólares|dollar)\b|\$/giu, "USD"],
  [/\bin (?:british pounds|pounds sterling|gbp)\b|£/giu, "GBP"],
  [/\b(?:in|en) (?:swiss francs|franken|schweizer franken|chf|francs suisses)\b/giu, "CHF"],
];

/** A limit of a board's columns: "max 3 cards in progress". */
const CARDS: Readonly<Record<Locale, string>> = {
  en: "(?:max(?:imum)?(?: of)?|at most|up to|no more than|limit of) # (?:cards?|tasks?|items?) (?:in progress|in doing|per column|in (?:each|a|one|the same) column|at a time|at once)",
  de: "(?:max\\.?|maximal|höchstens) # (?:karten?|aufgaben?) (?:in arbeit|in bearbeitung|pro spalte|je spalte|gleichzeitig)",
  fr: "(?:max(?:imum)?|au plus|pas plus de) # (?:cartes?|tâches?) (?:en cours|par colonne|à la fois)",
  es: "(?:máximo|como máximo|no más de|hasta) # (?:tarjetas?|tareas?) (?:en curso|en progreso|por columna|a la vez)",
};

/** Words that include the number itself. */
const AT_MOST = /\b(at most|down to|höchstens|nur noch)\b/i;

/** What is counted in a warning without a verb: "stock below 5". */
const STOCK: Readonly<Record<Locale, string>> = {
  en: "(?:low )?(?:stock|quantity|supply)(?: warning| alert| level| levels)?|(?:warning|alert)(?: at| when| if)?",
  de: "(?:bestand|menge|vorrat|bestandswarnung|warnung|hinweis)(?: bei| wenn| falls| sobald)?",
  fr: "(?:stock|quantité)(?: bas)?|(?:alerte|avertissement)(?: quand| si| lorsque| lorsqu['’]| à)?",
  es: "(?:stock|existencias|cantidad)|(?:alerta|aviso)(?: con| si| cuando)?",
};

const ONE = /^(an?|eine[nr]?|une?|una)$/i;

/** Finds the numbers of a message that say something about a part of the app, and the details that it describes. */
export function figuresOf(message: string, locale: Locale): Placed[] {
  const number = `(\\d+|${[...NUMBER_WORDS[locale].keys()].filter((word) => word.length > 2).join("|")})`;
  const one = number.replace(")", "|an?|eine[nr]?|une?|una)");
  const unit = `(${DAYS.map(([names]) => names).join("|")})`;
  const all = (pattern: string) => {
    const source = pattern.replaceAll("#", number).replaceAll("@", unit);
    return [...message.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "giu"))];
  };
  const { interval, before, range, scale, unit: units } = PATTERNS[locale];
  const cards = CARDS[locale];
  const [warn, below, after] = PATTERNS[locale].threshold;
  const counted = `${warn}(?<of>[^.;!?\\d]{0,40}?) ${below} ?#(?: (?:${after})){0,3}`;
  const stated = `(?<of>(?:${STOCK[locale]})) ${below} ?#(?: (?:${after})){0,3}`;
  const value = (text: string | undefined) =>
    Number(text) || (NUMBER_WORDS[locale].get(text?.toLowerCase() ?? "") ?? (ONE.test(text ?? "") ? 1 : 0));
  const found: Placed[] = [
    ...[...all(counted), ...all(stated)].map((match) =>
      placed(match, {
        is: "threshold",
        at: value(match.slice(2).find(Boolean)),
        below: !AT_MOST.test(match[0]),
        of: match.groups?.of?.trim() ?? "",
      }),
    ),
    ...all(cards).map((match) => placed(match, { is: "cards", max: value(match[1]) })),
    ...all(interval).map((match) =>
      placed(match, { is: "interval", days: value(match[1]) * daysIn(match[2]) }),
    ),
    ...all(before.replaceAll("#", one)).map((match) =>
      placed(match, { is: "before", days: value(match[1]) * daysIn(match[2]) }),
    ),
    ...all(range).map((match) => placed(match, { is: "range", min: value(match[1]), max: value(match[2]) })),
    ...all(scale).map((match) => placed(match, { is: "scale", max: value(match.slice(1).find(Boolean)) })),
    ...all(units).map((match) => placed(match, { is: "unit", unit: match[1] ?? "" })),
    ...CURRENCIES.flatMap(([pattern, code]) =>
      [...message.matchAll(pattern)].map((match) => placed(match, { is: "currency" as const, code })),
    ),
    ...describedIn(message, locale),
  ];
  return found.filter(
    (one, at) => !found.slice(0, at).some((other) => one.start < other.end && other.start < one.end),
  );
}

function placed(match: RegExpMatchArray, figure: Figure): Placed {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, figure };
}

function daysIn(unit = ""): number {
  return DAYS.find(([names]) => new RegExp(`^(?:${names})$`, "iu").test(unit))?.[1] ?? 1;
}
