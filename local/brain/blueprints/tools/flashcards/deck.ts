import type { Setting } from "#local/brain/blueprint.ts";
import { settingOf } from "#local/brain/blueprints/setting.ts";
import { BUILD, FILLERS, GENERIC } from "#local/brain/recognise/vocabulary.ts";

const WORD = String.raw`[\p{L}\p{N}'’-]+`;
/** Words that say nothing of what the cards are about. */
const VAGUE: ReadonlySet<string> = new Set([
  ...FILLERS,
  ...BUILD,
  ...GENERIC,
  ..."a an the some digital electronic leitner with without and or for but also ein eine einen une un una".split(
    " ",
  ),
]);

/** What the cards are about: the deck that new ones go into. The cards themselves are the person's to write. */
export function deckSetting(names: readonly string[]): Setting {
  const name = String.raw`(?:${[...names].sort((a, b) => b.length - a.length).join("|")})s?(?!\p{L})`;
  const before = new RegExp(String.raw`((?:${WORD}\s+){1,4})(?=${name})`, "iu");
  const behind = new RegExp(
    String.raw`(?<=${name}(?:\s+apps?)?\s+)(?:(?:for(?: learning| studying)?|about|on|to (?:learn|study|practi[cs]e|revise)|für|zum lernen von|über|zu|pour(?: apprendre| réviser)?|sur|de|para(?: aprender| estudiar)?|sobre)\s+|d['’])((?:(?!(?:with|without|and|in|mit|ohne|und|avec|sans|et|con|sin|y)(?!\p{L}))${WORD}\s*){1,4})`,
    "iu",
  );
  return settingOf({
    id: "deck",
    initial: "",
    patterns: [behind, before],
    value: (match) => topicIn(match) || null,
    // What leads up to a topic behind the name goes with it; before the name, it is about the app.
    stays: (match) => (match[0] === match[1] ? match[0].trim().slice(0, -topicIn(match).length) : ""),
    said: {
      en: "New cards go into the deck “%”, which starts empty.",
      de: "Neue Karten kommen in den Stapel „%“, der leer beginnt.",
      fr: "Les nouvelles cartes vont dans le paquet « % », vide au départ.",
      es: "Las tarjetas nuevas van al mazo «%», que empieza vacío.",
    },
  });
}

function topicIn(match: RegExpExecArray): string {
  const words = (match[1] ?? "").trim().split(/\s+/);
  const from = words.findLastIndex((word) => VAGUE.has(word.toLowerCase())) + 1;
  return words.slice(from).join(" ").slice(0, 60);
}
