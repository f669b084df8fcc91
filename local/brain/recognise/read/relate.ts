import { partIdOf } from "#core/factory/specification/names.ts";
import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import type { Noun } from "#local/brain/lexicon/types.ts";
import type { Draft, DraftEntity } from "./draft.ts";

/** Whether records of a kind belong to one of others: grades to students, loans to what can be lent. */
export function fitsBeside({ key, fields }: Noun, others: readonly Noun[]): boolean {
  return (
    fields.some(({ reference }) => others.some((other) => other.key === reference?.noun)) ||
    (key === "loaned_item" && others.some(({ domain }) => LENT.has(domain)))
  );
}

/** Whether a detail names a kind of record that the app does not have, for one like it: the vehicle of a tyre for a car. */
function isSameKind(entities: readonly DraftEntity[], key: string, { noun }: DraftEntity): boolean {
  const isThere = entities.some((entity) => entity.key === key);
  return !isThere && noun !== null && nounOf(key)?.domain === noun.domain;
}

const LENT = new Set(["media", "inventory", "home", "leisure"]);

/** Makes each record of `child` name a record of `parent`, unless it does already. */
export function relate({ entities }: Draft, child: DraftEntity, parent: DraftEntity): void {
  const there = child.fields.some(({ target }) => target?.noun === parent.key);
  if (there || parent.fields.some(({ target }) => target?.noun === child.key) || !entities.includes(parent))
    return;
  const id = partIdOf(parent.name, "parent", new Set(child.fields.map(({ field }) => field.id)));
  const same = child.fields.findIndex(({ target }) => target && isSameKind(entities, target.noun, parent));
  child.fields.splice(same < 0 ? 1 : same, same < 0 ? 0 : 1, {
    key: parent.key,
    field: { id, name: parent.name, type: "text" },
    target: { noun: parent.key, many: false, owned: false },
  });
}
