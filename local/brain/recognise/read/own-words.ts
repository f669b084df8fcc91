import type { Locale } from "#core/factory/specification/specification.ts";
import { type DraftEntity, label } from "./draft.ts";

/** What a word says of the app, not of one record: a "todo list" keeps tasks. */
const OF_APP =
  /(lists?|logs?|trackers?|managers?|managements?|books?|apps?|rosters?|planners?|plans?|records?|journals?|diar(?:y|ies)|collections?|inventor(?:y|ies)|librar(?:y|ies)|listen?|verwaltung(?:en)?|buch|bücher|pl[aä]ne?|sammlung(?:en)?|inventar|protokolle?|(?:liste|journal|carnet|plan|registre|gestion|collection|inventaire)s?|(?:lista|diario|libro|plan|registro|gestión|colección|inventario)(?:e?s)?)(?!\p{L})/iu;

/**
 * Names a kind of record as the person did, where the lexicon has several words for it: "Inspection" instead of "Quality
 * check". Its identifier stays. A word that has no plural of its own names no single record.
 */
export function nameAs(entity: DraftEntity, text: string, locale: Locale): void {
  const words = entity.noun?.words[locale] ?? [];
  const at = words.findIndex((word) => word.toLowerCase() === text.toLowerCase());
  const first = at - (at % 2);
  const [singular, plural] = words.slice(first, first + 2);
  if (first < 2 || !singular || !plural || singular === plural || OF_APP.test(text)) return;
  entity.name = label(singular);
  // The second pair of a German word has its dative plural.
  entity.plural = label(words[first - 2] === singular ? (words[first - 1] ?? plural) : plural);
}
