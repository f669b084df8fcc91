import { mkdirSync } from "node:fs";
import db, { type Item, type Operation, type RangeOptions, type RowIterator } from "dynalite/db/index.js";
import { ServiceError } from "#local/http.ts";
import { type Change, changeOperations } from "./change.ts";
import { indexKey } from "./index-entries.ts";
import { below, layout, padded } from "./layout.ts";
import { createLocks, type Locks } from "./locks.ts";
import type { Table } from "./table.ts";

/** The one LevelDB below all tables. */
export interface Database {
  readonly now: () => number;
  readonly region: string;
  readonly account: string;
  readonly locks: Locks;
  readonly tables: ReadonlyMap<string, Table>;
  /** Sequence of the newest change, "" before the first. */
  lastSequence(): string;
  get(key: string): Promise<Item | undefined>;
  values(range: RangeOptions): RowIterator<unknown>;
  entries(range: RangeOptions): RowIterator<[string, unknown]>;
  /**
   * Makes the changes durable together with everything derived from them, or none of it. Resolves once the
   * kernel has them. Sequences follow the order of the calls, and a later call is never visible before an earlier one.
   */
  commit(changes: readonly Change[], more?: readonly Operation[]): Promise<void>;
  /** In force for every commit that is called after this one, durable once it resolves. */
  saveTable(table: Table): Promise<void>;
  forgetTable(name: string): Promise<void>;
  clear(range: RangeOptions): Promise<void>;
  /** Told the names of the tables whose streams have grown. */
  onChange(listener: (tables: ReadonlySet<string>) => void): () => void;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dir: string;
  readonly now: () => number;
  readonly region: string;
  readonly account: string;
}

// dynalite tells entries of an index with equal keys apart by 24 bits of a hash only, so that two of some
// thousand items overwrite each other. Its query and scan ask through this property.
db.createIndexKey = indexKey;

/** Opens the directory for this process alone; refuses with a sentence for people when another one has it. */
export async function openDatabase({ dir, now, region, account }: DatabaseOptions): Promise<Database> {
  mkdirSync(dir, { recursive: true });
  const level = db.create({ path: dir }).db;
  try {
    await level.open();
  } catch (error) {
    throw new Error(openFailure(dir, error), { cause: error });
  }
  const tables = new Map<string, Table>();
  for (const table of (await all(level.values(below(layout.tables)))) as Table[])
    tables.set(table.description.TableName, table);
  let sequence = ((await level.get(layout.sequence)) as number | undefined) ?? 0;
  const listeners = new Set<(tables: ReadonlySet<string>) => void>();
  const write = createWriter(async (operations) => level.batch(operations));

  return {
    now,
    region,
    account,
    locks: createLocks(),
    tables,
    lastSequence: () => (sequence ? sequenceNumber(sequence) : ""),
    get: (key) => level.get(key) as Promise<Item | undefined>,
    values: (range) => level.values(range),
    entries: (range) => level.iterator(range),
    async commit(changes, more = []) {
      const current = changes.map((change) => ({ ...change, table: living(tables, change.table) }));
      const operations = [...more];
      for (const change of current)
        operations.push(...changeOperations(change, sequenceNumber(++sequence), now()));
      if (changes.length) operations.push({ type: "put", key: layout.sequence, value: sequence });
      if (operations.length) await write(operations);
      const grown = new Set(current.filter(({ table }) => table.stream).map(({ table }) => nameOf(table)));
      if (grown.size) for (const listener of listeners) listener(grown);
    },
    async saveTable(table) {
      tables.set(nameOf(table), table);
      await write([{ type: "put", key: layout.table(nameOf(table)), value: table }]);
    },
    async forgetTable(name) {
      await write([{ type: "del", key: layout.table(name) }]);
      tables.delete(name);
    },
    clear: (range) => level.clear(range),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await write([]);
      await level.close();
    },
  };
}

/** Everything an iterator has left. */
export async function all<T>(rows: RowIterator<T>): Promise<T[]> {
  const found: T[] = [];
  try {
    for (let chunk = await rows.nextv(256); chunk.length; chunk = await rows.nextv(256)) found.push(...chunk);
  } finally {
    await rows.close();
  }
  return found;
}

/** 21 digits that never start with 0, so that text order is number order. */
function sequenceNumber(value: number): string {
  return `1${padded(value, 20)}`;
}

function nameOf(table: Table): string {
  return table.description.TableName;
}

/** The table as it is now; what was decided for a table that has gone since must not be written. */
function living(tables: ReadonlyMap<string, Table>, { description }: Table): Table {
  const table = tables.get(description.TableName);
  if (table?.description.TableStatus === "ACTIVE" && table.description.TableId === description.TableId)
    return table;
  throw new ServiceError("ResourceNotFoundException", `Table ${description.TableName} is being deleted`);
}

/** One batch at a time, in order; what arrives meanwhile shares the next one. */
function createWriter(batch: (operations: Operation[]) => Promise<void>) {
  let waiting: { operations: Operation[]; done: PromiseWithResolvers<void> } | undefined;
  let busy = false;
  const drain = async () => {
    busy = true;
    while (waiting) {
      const { operations, done } = waiting;
      waiting = undefined;
      await batch(operations).then(done.resolve, done.reject);
    }
    busy = false;
  };
  return (operations: readonly Operation[]): Promise<void> => {
    waiting ??= { operations: [], done: Promise.withResolvers<void>() };
    waiting.operations.push(...operations);
    const { promise } = waiting.done;
    if (!busy) void drain();
    return promise;
  };
}

function openFailure(dir: string, error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  if (cause?.code === "LEVEL_LOCKED")
    return `The database in ${dir} is in use by another process: stop it, or choose another data directory.`;
  return `The database in ${dir} cannot be opened: ${cause?.message ?? String(error)}`;
}
