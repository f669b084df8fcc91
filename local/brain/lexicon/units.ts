import { rowsOf, textFrom } from "./table.ts";
import type { Text } from "./types.ts";

/** The unit that a number field shows, by key: `key | en | de | fr | es`. */
export const UNITS: ReadonlyMap<string, Text> = new Map(
  rowsOf(
    `
days     | days     | Tage      | jours    | días
hours    | hours    | Stunden   | heures   | horas
years    | years    | Jahre     | ans      | años
portions | servings | Portionen | portions | raciones
g        | g        | g         | g        | g
kg       | kg       | kg        | kg       | kg
mm       | mm       | mm        | mm       | mm
cm       | cm       | cm        | cm       | cm
m        | m        | m         | m        | m
km       | km       | km        | km       | km
m2       | m²       | m²        | m²       | m²
ml       | ml       | ml        | ml       | ml
l        | l        | l         | l        | l
kcal     | kcal     | kcal      | kcal     | kcal
celsius  | °C       | °C        | °C       | °C
mmhg     | mmHg     | mmHg      | mmHg     | mmHg
mgdl     | mg/dl    | mg/dl     | mg/dl    | mg/dl
iu       | IU       | IE        | UI       | UI
bpm      | bpm      | bpm       | bpm      | lpm
`,
    5,
  ).map(([key = "", ...cells]) => [key, textFrom(cells)]),
);
