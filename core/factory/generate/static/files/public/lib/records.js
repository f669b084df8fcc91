import { memoryDatabase, openDatabase } from "./database.js";
import { newId } from "./identifiers.js";
import { mergeValues, replacedValues } from "./merge.js";
import { BEGUN, emptyValues, isReadable, recordMaker } from "./rows.js";

/** For how long a deleted record can be restored, in days. After that it is removed when the app opens. */
const KEPT_DAYS = 30;

/**
 * The records of an app. They are all in memory; each is one row of IndexedDB. A write reads the stored row in the same
 * transaction and changes only the values that the edit changed, so that tabs never overwrite each other's edits. Deleting
 * marks a record, so that it can be restored. A row that cannot be read stays where it is and is never overwritten.
 *
 * `database` name of the database; `entities` the entity objects; `indexedDB` and `channel` (a BroadcastChannel) those of
 * the browser; `now` returns the time in milliseconds.
 */
export async function openRecords({ database: name, entities, indexedDB, channel, now = Date.now }) {
  const opened = await openDatabase(name, indexedDB).catch(() => null);
  const database = opened ?? memoryDatabase();
  const rows = new Map(entities.map(({ id }) => [id, new Map()]));
  const unreadable = new Map();
  let replaced = [];
  const lists = new Map();
  const listeners = new Set();
  const byId = new Map(entities.map((entity) => [entity.id, entity]));

  const records = {
    /** Whether records are kept when the page is closed. */
    kept: opened !== null,
    /** The records of an entity, frozen; the same list until one changes. */
    all(entityId) {
      if (!lists.has(entityId)) lists.set(entityId, Object.freeze([...live(entityId)]));
      return lists.get(entityId);
    },
    get(entityId, id) {
      const row = rows.get(entityId)?.get(id);
      return row && !row.deleted ? row.record : undefined;
    },
    /** The records of an entity whose reference `fieldId` names the record `id`. */
    naming(entityId, fieldId, id) {
      return records.all(entityId).filter((record) => [record[fieldId]].flat().includes(id));
    },
    /**
     * Keeps a record: a new one if its `id` is absent or unknown. `base` is the record that the edit began with, which a
     * copy (`{ ...record, name }`) knows by itself; only what differs from it is written. Returns the record as it is now
     * stored. Rejects with a QuotaExceededError when the browser has no room; nothing has changed then.
     */
    async save(entityId, record, base) {
      return (await records.saveAll([{ entityId, record, base }]))[0];
    },
    /**
     * Keeps several records `{ entityId, record, base }` in one transaction, and deletes those in `removed`
     * (`[entityId, id]`): all of it or nothing.
     */
    async saveAll(edits, removed = []) {
      const wanted = edits.map(({ record, ...edit }) => ({ ...edit, record: { ...record, id: record.id ?? newId() } }));
      const lost = [];
      const written = await database.write(async (access) => {
        const result = [];
        for (const edit of wanted) result.push(await write(access, edit, lost));
        return [...result, ...(await marked(access, removed, newMark()))];
      });
      replaced = [...replaced, ...lost];
      take(written);
      return wanted.map(({ entityId, record }) => records.get(entityId, record.id));
    },
    /** Marks a record as deleted, with those that are deleted with it (`also`: `[entityId, id]`). */
    async remove(entityId, id, also = []) {
      take(await database.write((access) => marked(access, [[entityId, id], ...also], newMark())));
    },
    /** Restores a deleted record, with all that was deleted with it. */
    async restore(entityId, id) {
      const mark = rows.get(entityId)?.get(id)?.deleted;
      if (!mark) return;
      const keys = [...rows].flatMap(([entity, all]) =>
        [...all.values()].filter(({ deleted }) => deleted === mark).map((row) => [entity, row.id]),
      );
      take(await database.write((access) => update(access, keys, (row) => (row.deleted === mark ? { ...row, deleted: null } : row))));
    },
    /** Calls `listener` after each change of records, in this tab or another. Returns the function that ends it. */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * The values `{ entity, id, field, value }` that an edit in this tab took the place of, although another edit had
     * changed them since it began.
     */
    replaced: () => replaced,
    /** Forgets them, once they were told. */
    forgetReplaced() {
      replaced = [];
      tell();
    },
    /** The rows that could not be read, as they are stored. */
    unreadable: () => [...unreadable.values()],
    /** Deletes the rows that could not be read, for good. */
    async discardUnreadable() {
      const keys = [...unreadable.values()].map(({ entity, id }) => [entity, id]);
      await database.write((access) => Promise.all(keys.map((key) => access.delete(key))));
      unreadable.clear();
      tell();
    },
    /** Reads everything again: what other tabs changed while this one did not listen. */
    refresh,
  };
  const makers = new Map(entities.map((entity) => [entity.id, recordMaker(entity, records)]));

  await refresh();
  await purge();
  channel?.addEventListener("message", ({ data }) => hear(data));
  return records;

  function* live(entityId) {
    for (const row of rows.get(entityId)?.values() ?? []) if (!row.deleted) yield row.record;
  }

  /** Writes an edit; the values of others that it takes the place of are added to `lost`. */
  async function write(access, { entityId, record, base }, lost) {
    const { id, ...mine } = record;
    const stored = await access.get([entityId, id]);
    if (stored && !isReadable(stored, byId.get(entityId))) throw new TypeError("The stored record cannot be read.");
    const assigned = stored ? {} : await assign(access, entityId, mine);
    const begun = stored ? (base ?? record[BEGUN] ?? records.get(entityId, id) ?? {}) : {};
    const theirs = stored?.values ?? {};
    const values = mergeValues(begun, { ...mine, ...assigned }, theirs);
    const shown = { ...emptyValues(byId.get(entityId)), ...theirs };
    if (stored) lost.push(...replacedValues(begun, mine, shown).map((field) => ({ entity: entityId, id, field, value: shown[field] })));
    const row = { entity: entityId, id, values, deleted: null };
    await access.put(row);
    return row;
  }

  /** The values that fields set by themselves in a new record; computed in the transaction, so that numbers are unique. */
  async function assign(access, entityId, mine) {
    const fields = byId.get(entityId).fields.filter((field) => field.assign && (mine[field.id] ?? null) === null);
    if (fields.length === 0) return {};
    const existing = (await access.all()).filter(({ entity }) => entity === entityId).map(({ values }) => values);
    return Object.fromEntries(fields.map((field) => [field.id, field.assign(existing, now())]));
  }

  async function update(access, keys, next) {
    const found = await Promise.all(keys.map((key) => access.get(key)));
    const rewritten = found.filter((row) => row !== undefined).map(next);
    await Promise.all(rewritten.map((row) => access.put(row)));
    return rewritten;
  }

  /** Marks rows as deleted. What is deleted together carries the same mark, and is restored together. */
  function marked(access, keys, mark) {
    return update(access, keys, (row) => (row.deleted ? row : { ...row, deleted: mark }));
  }

  function newMark() {
    return `${new Date(now()).toISOString()} ${newId()}`;
  }

  /** Takes rows that were written here into memory, and tells the other tabs. */
  function take(written) {
    for (const row of written) remember(row);
    channel?.postMessage(written.map(({ entity, id }) => [entity, id]));
    tell();
  }

  async function hear(keys) {
    const found = await database.read(keys);
    found.forEach((row, index) => {
      const [entity, id] = keys[index];
      if (row) remember(row);
      else forget(entity, id);
    });
    tell();
  }

  function remember(row) {
    const { entity, id, values, deleted } = row;
    const key = JSON.stringify([entity, id]);
    if (!rows.has(entity)) return; // Of an entity that this version of the app does not have: it stays stored.
    if (!isReadable(row, byId.get(entity))) {
      forget(entity, id);
      unreadable.set(key, row);
      return;
    }
    unreadable.delete(key);
    rows.get(entity).set(id, { id, deleted, record: makers.get(entity)(id, values) });
    lists.delete(entity);
  }

  function forget(entity, id) {
    rows.get(entity)?.delete(id);
    lists.delete(entity);
  }

  async function refresh() {
    const stored = await database.all();
    for (const all of rows.values()) all.clear();
    lists.clear();
    for (const row of stored) remember(row);
    tell();
  }

  async function purge() {
    const limit = new Date(now() - KEPT_DAYS * 86_400_000).toISOString();
    const old = [...rows].flatMap(([entity, all]) =>
      [...all.values()].filter(({ deleted }) => deleted && deleted < limit).map(({ id }) => [entity, id]),
    );
    if (old.length === 0) return;
    await database.write((access) => Promise.all(old.map((key) => access.delete(key)))).catch(() => {});
    for (const [entity, id] of old) forget(entity, id);
  }

  function tell() {
    for (const listener of listeners) listener();
  }
}
