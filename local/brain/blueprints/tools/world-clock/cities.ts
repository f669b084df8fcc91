import { readFileSync } from "node:fs";
import { settingOf } from "#local/brain/blueprints/setting.ts";
import { listed } from "#local/brain/roles/sentence.ts";

/** The lines of the page's own table of cities: `"Asia/Tokyo": ["Tokio", "Osaka"],`. */
const TABLE = readFileSync(new URL("files/public/model/cities.js", import.meta.url), "utf8").matchAll(
  /^ {2}"?([\w/]+)"?: \[(".*")\],$/gmu,
);

/** The time zones of cities, by the name in small letters. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...Intl.supportedValuesOf("timeZone")
    .filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"))
    .map((zone) => [nameIn(zone).toLowerCase(), zone] as const),
  ...[...TABLE].flatMap(([, zone = "", names = ""]) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => [name.toLowerCase(), zone] as const),
  ),
]);

const CITY = `(?:${[...ZONES.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const AND = String.raw`\s*(?:,\s*(?:(?:and|und|et|y|e)\s+)?|\s(?:and|und|et|y|e|&)\s)\s*`;
const CITIES = new RegExp(
  String.raw`(?<!\p{L})(?:(?:with|for|of|in|showing|mit|für|von|avec|pour|de|con|para|en|à)\s+)?(${CITY}(?:${AND}${CITY})*)(?!\p{L})`,
  "iu",
);
const MOST = 20;

/** The cities that the clock shows at first: a line each, `Tokyo = Asia/Tokyo`. */
export const CITIES_SETTING = settingOf({
  id: "cities",
  initial: lines(["New York", "London", "Tokyo"]),
  patterns: [CITIES],
  value(match) {
    const names = match[1]?.split(new RegExp(AND, "iu")).map((name) => name.trim()) ?? [];
    const unique = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
    return unique.length > MOST ? null : lines(unique);
  },
  said: {
    en: "It shows %.",
    de: "Sie zeigt %.",
    fr: "Elle montre %.",
    es: "Muestra %.",
  },
  shown: (value, locale) => [listed(cityNames(value), locale)],
});

/** The names in a value of the setting. */
export const cityNames = (value: string): string[] =>
  value.split("\n").map((line) => line.slice(0, line.indexOf(" = ")));

function lines(names: readonly string[]): string {
  return names.map((name) => `${capitalized(name)} = ${ZONES.get(name.toLowerCase())}`).join("\n");
}

function nameIn(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** A name typed in small letters: "new york". */
function capitalized(name: string): string {
  return name === name.toLowerCase()
    ? name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}
