import { partIdOf } from "#core/factory/specification/names.ts";
import type { Noun } from "#local/brain/lexicon/types.ts";
import type { Draft, DraftEntity } from "./draft.ts";

/** Whether records of a kind belong to one of others: grades to students, loans to what can be lent. */
export function fitsBeside({ key, fields }: Noun, others: readonly Noun[]): boolean {
  return (
    fields.some(({ reference }) => others.some((other) => other.key === reference?.noun)) ||
    (key === "loaned_item" && others.some(({ domain }) => LENT.has(domain)))
  );
}

const LENT = new Set(["media", "inventory", "home", "leisure"]);

/** Makes each record of `child` name a record of `parent`, unless it does already. */
export function relate({ entities }: Draft, child: DraftEntity, parent: DraftEntity): void {
  const there = child.fields.some(({ target }) => target?.noun === parent.key);
  if (there || parent.fields.some(({ target }) => target?.noun === child.key) || !entities.includes(parent))
    return;
  const id = partIdOf(parent.name, "parent", new Set(child.fields.map(({ field }) => field.id)));
  child.fields.splice(1, 0, {
    key: parent.key,
    field: { id, name: parent.name, type: "text" },
    target: { noun: parent.key, many: false, owned: false },
  });
}
