import type { Field } from "#core/factory/specification/field.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import type { FieldWord } from "#local/brain/lexicon/types.ts";
import { addField, addText, type Draft, type DraftEntity, type DraftField } from "./draft.ts";

/** The type that the name of an unknown detail suggests. */
export function typeFor(name: string): Field["type"] {
  return SUGGESTED.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? "text";
}

const SUGGESTED: readonly (readonly [RegExp, Field["type"]])[] = [
  [
    /\b(date|day|datum|tag|jour|fecha|día)\b|datum$|\b(on|until|before|since|bis|seit|jusqu'au|hasta)$|^(last|next|first|letzter?|letztes|nächster?|nächstes|zuletzt|dernière?|prochaine?|última?|último|próxim[ao]) /,
    "date",
  ],
  [
    /\b(price|cost|fee|amount|rent|salary|wage|tuition|deposit|preis|kosten|betrag|gebühr|miete|gehalt|kaution|prix|coût|montant|cotisation|loyer|tarif|precio|coste|importe|cuota|alquiler|tarifa)\b|(preis|kosten|betrag|beitrag|gebühr|miete|lohn)$/,
    "money",
  ],
  [/(^|\s)(percent|percentage|prozent|pourcentage|porcentaje)$/, "percent"],
  [
    /^(break|pause|pausa|descanso)$|^(?!dead|life)\p{L}+ing time$|^(proof|prep|travel|bulk|rest|wait|set-?up) time$/u,
    "duration",
  ],
  [/^(from|to|until|till|von|bis|de|à|desde|hasta)$/, "time"],
  [
    /^(heure|hora) (de|du|d')|(?<!\b(?:last|first|next|full|part|any|some|each|every|this)) (uhrzeit|time)$/u,
    "time",
  ],
  [/\b(number of|no of|nb de|count|anzahl|nombre de|número de|cantidad de|how many)\b|anzahl$/, "integer"],
  [
    /^(minutes?|mins?|minuten|minutos|steps|schritte|eggs|eier|œufs|huevos)$|\b(in minutes|in minuten)$/,
    "integer",
  ],
  [
    /^(hours|stunden|heures|horas)(?!\p{L})|(^|\s)(hours?|stunden|km|kms|kilomet(er|re)s?|kilometer|kilomètres|kilómetros|miles|meilen|litres?|liters?|liter|litros)$/u,
    "decimal",
  ],
  [
    /(^|\s)(signed|sent|delivered|approved|received|vaccinated|confirmed|cancelled|returned|collected|submitted|printed|cleaned|checked|tested|rented|unterschrieben|verschickt|versendet|geliefert|genehmigt|erhalten|bestätigt|abgegeben|geimpft|zurückgegeben|signé|envoyé|livré|validé|reçu|rendu|vacciné|confirmé|firmad[oa]|enviad[oa]|entregad[oa]|recibid[oa]|aprobad[oa]|confirmad[oa]|devuelt[oa]|cobrad[oa])$/,
    "boolean",
  ],
  [
    /\b(weight|length|width|height|size in|wingspan|gewicht|länge|breite|höhe|poids|longueur|largeur|hauteur|peso|longitud|ancho|altura)\b/,
    "decimal",
  ],
  [/\b(link|url|website|lien|enlace)\b/, "url"],
  [/\b(photo|picture|image|foto|bild|imagen)\b|(foto|bild)$/, "image"],
  [/\b(notes|description|comments|notizen|beschreibung|remarques|notas|descripción)\b/, "long_text"],
];

/** Whether a text can be the name of a detail. */
export function isDetailName(text: string): boolean {
  return /^[\p{L}\p{M}\d\s'’-]{2,40}$/u.test(text);
}

/** Finds a detail of an entity by the key of its field word. */
export function detailOf(entity: DraftEntity | null, key: string): DraftField | undefined {
  return entity?.fields.find((field) => field.key === key);
}

/** The field with one of these types, added if there is none. */
export function fieldOfType(
  draft: Draft,
  entity: DraftEntity,
  types: readonly Field["type"][],
  key: string,
): string {
  const there = entity.fields.find(
    ({ field, formula }) => types.includes(field.type) || (formula && types.includes("computed")),
  );
  if (there) return there.key;
  return addField(draft, entity, fieldWordOf(key) as FieldWord).key;
}

export function addDetail(draft: Draft, entity: DraftEntity, name: string): DraftField {
  return addText(draft, entity, name, typeFor(name));
}

/** The types that need nothing else to have a meaning. */
export const OWN_TYPES = new Set<Field["type"]>(
  "long_text integer decimal money percent rating duration boolean date time date_time tags email phone url image file color location".split(
    " ",
  ) as Field["type"][],
);
