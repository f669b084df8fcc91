import { rowsOf, textFrom } from "./table.ts";
import type { Text } from "./types.ts";

/** The unit that a number field shows, by key: `key | en | de | fr | es`. */
export const UNITS: ReadonlyMap<string, Text> = new Map(
  rowsOf(
    `
days       | days     | Tage      | jours    | días
years      | years    | Jahre     | ans      | años
portions   | servings | Portionen | portions | raciones
kg         | kg       | kg        | kg       | kg
cm         | cm       | cm        | cm       | cm
km         | km       | km        | km       | km
kcal       | kcal     | kcal      | kcal     | kcal
`,
    5,
  ).map(([key = "", ...cells]) => [key, textFrom(cells)]),
);
