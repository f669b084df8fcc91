import { rowsOf, textFrom } from "#local/brain/lexicon/table.ts";
import type { OptionSet } from "#local/brain/lexicon/types.ts";

/** Reads the options of a choice: `id | en | de | fr | es`. `id*` marks the option of a finished record. */
export function optionSet(key: string, table: string): OptionSet {
  const options = rowsOf(table, 5).map(([id = "", ...cells]) => ({
    id: id.replace("*", ""),
    ...textFrom(cells),
    ...(id.endsWith("*") && { done: true as const }),
  }));
  return { key, options };
}
