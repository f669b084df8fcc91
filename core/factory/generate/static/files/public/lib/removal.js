import { namedBy, titleOf } from "./entity.js";
import { fill } from "./words.js";

/**
 * What deleting records means: `also` the records that are deleted with them, `refused` the first record that names one of
 * them and must keep it, as `{ entity, record }`. References that are cleared need no change: a reference to a deleted
 * record is shown as empty, and is back when the record is restored.
 */
export function removalOf(app, entityId, ids) {
  const seen = new Set(ids.map((id) => `${entityId} ${id}`));
  const queue = ids.map((id) => [entityId, id]);
  const also = [];
  let refused = null;
  for (const [entity, id] of queue)
    for (const { entity: other, field } of namedBy(app, entity))
      for (const record of app.records.naming(other.id, field.id, id)) {
        if (seen.has(`${other.id} ${record.id}`)) continue;
        const { owned, onDelete } = field.reference;
        if (owned || onDelete === "cascade") {
          seen.add(`${other.id} ${record.id}`);
          also.push([other.id, record.id]);
          queue.push([other.id, record.id]);
        } else if (onDelete === "restrict") refused ??= { entity: other, record };
      }
  return { also, refused };
}

/** Deletes records at once and offers to undo it. Returns whether they were deleted. */
export async function removeRecords(app, entity, ids) {
  const { also, refused } = removalOf(app, entity.id, ids);
  const [first] = ids;
  const name = ids.length === 1 ? titleOf(app, entity, app.records.get(entity.id, first)) : `${ids.length} ${entity.plural}`;
  if (refused) {
    const other = titleOf(app, refused.entity, refused.record);
    app.announce(fill(app.words.deletionRefused, { name, other }), "warn");
    return false;
  }
  const kept = await app.attempt(() => app.records.remove(entity.id, first, [...ids.slice(1).map((id) => [entity.id, id]), ...also]));
  if (kept) app.offerUndo(fill(app.words.deleted, { name }), () => app.records.restore(entity.id, first));
  return kept;
}
