import { partIdOf } from "#core/factory/specification/names.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { FieldWord } from "#local/brain/lexicon/types.ts";
import { detailOf } from "./details.ts";
import { type DraftEntity, type DraftField, label } from "./draft.ts";

/** Details that say the same of a record: by key, those that it may have instead, the nearest first. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  quantity: ["stock", "count"],
  stock: ["quantity"],
  price: ["amount", "cost", "unit_price"],
  cost: ["price", "amount"],
  amount: ["price", "cost"],
  buy_price: ["price", "unit_price"],
  location: ["storage_place"],
  stage: ["status"],
  status: ["stage"],
  subject: ["subject_taught"],
  due_date: ["expires_on"],
};

/**
 * The detail that a record has anyway and that a word names differently: the "quantity" of an inventory is its stock. It
 * takes the name that was asked for; undefined if the record has the detail itself, or the message names both.
 */
export function sameDetail(
  entity: DraftEntity,
  { key, words }: FieldWord,
  locale: Locale,
  named: ReadonlySet<string>,
): DraftField | undefined {
  if (!entity.noun || detailOf(entity, key)) return undefined;
  const other = (SAME[key] ?? [])
    .map((each) => detailOf(entity, each))
    .find((each) => each && !each.formula && !named.has(each.key));
  if (!other) return undefined;
  const taken = new Set(entity.fields.map(({ field }) => field.id));
  const [name] = words[locale];
  other.field = { ...other.field, id: partIdOf(name, "detail", taken), name: label(name) };
  return other;
}
