import { anyWord, type Words } from "#core/factory/guard/words.ts";

/** Words of requests that concern the prevention of attacks: training, detection, reporting. */
const PROTECTIVE = [
  "aware(?:ness)?",
  "train(?:s|ing|ings|ee|ees)?",
  "quiz(?:zes)?",
  "courses?",
  "lessons?",
  "teach(?:es|ing)?",
  "learn(?:s|ing)?",
  "explain(?:s|ing)?",
  "flash ?cards?",
  "glossary",
  "histor(?:y|ies)",
  "museum",
  "timeline",
  "encyclopa?edia",
  "articles?",
  "blog",
  "news(?:letter)?",
  "detect(?:s|ion|or|ing)?",
  "protect(?:s|ion|ing|ed)?",
  "prevent(?:s|ion|ing)?",
  "defen[cs]es?",
  "against",
  "anti",
  "avoid(?:s|ing)?",
  "spot(?:s|ting)?",
  "recogni[sz]e[sd]?",
  "report(?:s|ed|ing)?",
  "incidents?",
  "remov(?:e|es|al|ing)",
  "scan(?:s|ner|ning)?",
  "check ?lists?",
  "insurance",
  "schulung(?:en)?",
  "schutz",
  "gegen",
  "erkennen",
  "melden",
  "vorbeugung",
  "sensibilisation",
  "formation",
  "contre",
  "detecter",
  "signaler",
  "concienciacion",
  "formacion",
  "contra",
  "detectar",
  "denunciar",
  "warn(?:s|ing|ings|ung|ungen)?",
  "erkl(?:ar)\\p{L}*",
  "erkennt",
  "aufklarung",
  "expliqu\\p{L}*",
  "explic\\p{L}*",
  "avertissements?",
  "advertencias?",
  "intentos",
  "tentatives",
];

const ANY = `(?:${PROTECTIVE.join("|")})`;
/** Up to 120 characters of a sentence; "a course that steals passwords" is no course about it. */
const SAME_CLAUSE =
  "(?:(?!(?<![\\p{L}\\p{N}])(?:that|which|who|really|secretly|build|make|create|forget|instead|der|die|das|heimlich|qui|que)(?![\\p{L}\\p{N}]))[^.!?¶\\n]){0,120}";
const ATTACHED =
  "(?:[ -](?!(?:that|which|who|and|to|with|for|so|der|die|das|und|mit|qui|et|avec|que|y|con)(?![\\p{L}\\p{N}]))\\p{L}+){0,2}";

/**
 * Words for an attack, except where the text concerns its prevention: "how to recognise phishing", "phishing awareness".
 */
export function unprotected(...patterns: readonly string[]): Pick<Words, "in"> {
  const attack = `(?:${patterns.join("|")})`;
  const attacks = anyWord(attack);
  const protections = anyWord(
    `${ANY}(?![\\p{L}\\p{N}])${SAME_CLAUSE}(?<![\\p{L}\\p{N}])${attack}`,
    `${attack}${ATTACHED}[ -]${ANY}`,
  );
  return { in: (text) => attacks.in(text) && attacks.in(protections.removedFrom(text)) };
}
