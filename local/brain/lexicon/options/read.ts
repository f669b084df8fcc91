import { rowsOf, textFrom } from "#local/brain/lexicon/table.ts";
import type { OptionSet } from "#local/brain/lexicon/types.ts";

/**
 * Reads option sets: `key | identifiers | en | de | fr | es`, each a list separated by commas. `id*` marks the option
 * of a finished record.
 *
 * @throws Error for a language with another number of options than identifiers.
 */
export function optionSets(table: string): OptionSet[] {
  return rowsOf(table, 6).map(([key = "", ...cells]) => {
    const [ids = [], ...languages] = cells.map((cell) => cell.split(/\s*,\s*/));
    if (languages.some((names) => names.length !== ids.length))
      throw new Error(`'${key}' does not have ${ids.length} options in every language.`);
    const options = ids.map((id, index) => ({
      id: id.replace("*", ""),
      ...textFrom(languages.map((names) => names[index] ?? "")),
      ...(id.endsWith("*") && { done: true as const }),
    }));
    return { key, options };
  });
}
