const ONLY =
  "(?:only|just|always|nur|immer|ausschließlich|uniquement|seulement|toujours|solo|sólo|solamente|siempre)";
const NONE = String.raw`(?:no|without|not|ohne|keine?n?|sans|pas de|sin)(?:\s+(?:any|an?|the))?`;
const LEAD = String.raw`(?:(?:in|im|en|den|the|a|el|le|with|mit|dans|un|please)\s+)*`;
const NOT_NEGATED = String.raw`(?<!(?:^|\s)(?:no|not|without|kein|keine[nmr]?|nicht|ohne|sans|pas de|sin)\s+(?:\p{L}+\s+)?)`;

const DARK = [
  "dark|dunkel|dunkle[mnrs]?|sombres?|oscur[oa]s?",
  "black|schwarze[mnrs]?|noire?|negr[oa]",
] as const;
const LIGHT = ["light|hell|helle[mnrs]?|clairs?|clar[oa]s?", ""] as const;

const MODE = "mode|theme|colou?rs?|design|scheme|background|modus|farben|hintergrund";
const FULL = {
  dark: "darkmode|nachtmodus|(?:mode|thème)\\s+(?:sombre|nuit)|(?:modo|tema)\\s+(?:oscuro|noche|nocturno)",
  light: "lightmode|(?:mode|thème)\\s+(?:clair|jour)|(?:modo|tema)\\s+(?:claro|diurno)",
};

/** A scheme as people call it; `bare` permits the adjective alone, which in an app of records may be about anything. */
const named = (adjectives: string, full: string, bare: boolean): string =>
  String.raw`(?:(?:${adjectives})(?:[\s-]*(?:${MODE}))${bare ? "?" : ""}|${full})`;

const word = (pattern: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, "iu");

const only = (scheme: string): string => String.raw`${ONLY}\s+${LEAD}${scheme}|${LEAD}${scheme},?\s+${ONLY}`;
const isGround = (adjectives: string): string =>
  String.raw`${NOT_NEGATED}(?:(?:${adjectives})\s+(?:background|hintergrund)|(?:background|hintergrund)\s+(?:(?:is|should be|must be|ist|soll)\s+)?(?:${adjectives})|(?:fond|fondo)\s+(?:${adjectives}))`;

type Patterns = readonly (readonly ["dark" | "light", RegExp])[];

function patterns(bare: boolean): Patterns {
  const dark = named(DARK[0], FULL.dark, bare);
  const light = named(LIGHT[0], FULL.light, bare);
  const noLight = String.raw`${NONE}\s+${light}(?!\s+(?:and|or|und|oder|et|ou|y|o)\s+${dark})`;
  return [
    ["dark", word(`${only(dark)}|${noLight}`)],
    ["light", word(only(light))],
    ["dark", word(isGround(DARK.join("|")))],
    ["light", word(isGround(LIGHT[0]))],
  ];
}

/** How people say that an app has only dark or only light colors: "dark mode only", "without light mode". */
export const SCHEME_PATTERNS = { tool: patterns(true), app: patterns(false) };

/** Whether a text mentions dark colors at all. */
export const mentionsDark = (text: string): boolean => word(named(DARK[0], FULL.dark, true)).test(text);
