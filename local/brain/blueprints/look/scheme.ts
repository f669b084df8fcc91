import { without } from "#local/brain/blueprints/stated.ts";

const ONLY = `(?:only|just|always|nur|immer|ausschließlich|uniquement|seulement|toujours|solo|sólo|solamente|siempre)`;
const NONE = String.raw`(?:no|without|not|ohne|keine?n?|sans|pas de|sin)(?:\s+(?:any|an?|the))?`;
const LEAD = String.raw`(?:(?:in|im|en|the|a|el|le|dans|un|please)\s+)*`;

const named = (adjective: string, more: string): string =>
  String.raw`(?:(?:${adjective})(?:[\s-]*(?:mode|theme|colou?rs?|design|scheme|background|modus|farben|hintergrund))?|${more})`;

const DARK = named(
  "dark|dunkel|dunkle[nrs]?|sombres?|oscur[oa]s?",
  "darkmode|nachtmodus|(?:mode|thème)\\s+(?:sombre|nuit)|(?:modo|tema)\\s+(?:oscuro|noche|nocturno)",
);
const LIGHT = named(
  "light|hell|helle[nrs]?|clairs?|clar[oa]s?",
  "lightmode|(?:mode|thème)\\s+(?:clair|jour)|(?:modo|tema)\\s+(?:claro|diurno)",
);

const word = (pattern: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, "iu");
const only = (one: string, other: string): RegExp =>
  word(
    String.raw`${ONLY}\s+${LEAD}${one}|${LEAD}${one}\s+${ONLY}|${NONE}\s+${other}(?!\s+(?:and|or|und|oder|et|ou|y|o)\s+${one})`,
  );

const ANY_DARK = word(DARK);

/** Requests for a single scheme, with that scheme. "No dark mode" is none for light: it turns off a feature. */
const FIXED = [
  ["dark", only(DARK, LIGHT)],
  ["light", word(String.raw`${ONLY}\s+${LEAD}${LIGHT}|${LEAD}${LIGHT}\s+${ONLY}`)],
  [
    "dark",
    word(
      String.raw`(?:dark|black|dunkle[nrs]?|schwarze[nrs]?)\s+(?:background|hintergrund)|(?:fond|fondo)\s+(?:sombre|noir|oscuro|negro)`,
    ),
  ],
] as const;

/**
 * Finds the only scheme that a message wants: "dark mode only", "without light mode". Dark mode itself is a feature, so that
 * its words stay in the message, and both schemes are there again.
 */
export function schemeIn(message: string): { readonly value: string; readonly rest: string } | null {
  for (const [scheme, pattern] of FIXED) {
    const match = pattern.exec(message);
    if (match) return { value: scheme, rest: without(message, match) };
  }
  return ANY_DARK.test(message) ? { value: "both", rest: message } : null;
}
