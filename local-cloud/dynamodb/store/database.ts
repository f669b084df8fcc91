import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { ServiceError } from "#local-cloud/http.ts";
import { openDurability, type SyncFile } from "./durability.ts";
import { checksumOf, headPath, openHead } from "./head.ts";
import { databasePath, openSqlite } from "./open.ts";
import { type Table, type TableDefinition, tableOf } from "./table.ts";

type Row = Record<string, SQLOutputValue>;

/** The SQLite file that contains all tables. Work inside `read` or `write` has exclusive access. */
export interface Database {
  readonly now: () => number;
  readonly region: string;
  readonly account: string;
  readonly tables: ReadonlyMap<string, Table>;
  /** Resolves when everything that the work could read is on the disk. */
  read<T>(work: () => T): Promise<T>;
  /** Stores all changes of the work or, if it throws, none; resolves when they are on the disk. */
  write<T>(work: () => T): Promise<T>;
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  rows(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  /** Changes rows; only inside `write`. Returns the id of the last row. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The number of the latest change of an item, 0 before the first. */
  lastSequence(): number;
  /** Only inside `write`. */
  nextSequence(table: Table): number;
  saveTable(definition: TableDefinition): void;
  forgetTable(table: Table): void;
  /** Calls the listener with the names of the tables whose streams have new records. */
  onChange(listener: (tables: ReadonlySet<string>) => void): () => void;
  /** Writes a copy of the current database to a new file. */
  copyTo(path: string): void;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dir: string;
  readonly now: () => number;
  readonly region: string;
  readonly account: string;
  /** Syncs the log to the disk. */
  readonly sync?: SyncFile;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share one connection.
export function openDatabase({ dir, now, region, account, sync }: DatabaseOptions): Database {
  const sqlite = openSqlite(dir);
  const path = databasePath(dir);
  const head = openHead(dir);
  const statement = createStatements(sqlite);
  const tables = new Map<string, Table>();
  const listeners = new Set<(tables: ReadonlySet<string>) => void>();
  let { commits, sequence } = load();
  let hasChanged = false;
  let haveTablesChanged = false;
  let grown = new Set<string>();
  head.write({ commits }, true);
  statement("BEGIN IMMEDIATE").run();
  commit(); // From now on the log file exists.
  const durability = openDurability({
    log: `${path}-wal`,
    checkpoint: () => sqlite.exec("PRAGMA wal_checkpoint(TRUNCATE)"),
    onSynced: acknowledge,
    ...(sync && { sync }),
  });

  const database: Database = {
    now,
    region,
    account,
    tables,
    async read(work) {
      const result = work();
      await settled();
      return result;
    },
    async write(work) {
      const result = transact(work);
      const changed = grown;
      grown = new Set();
      await settled();
      if (changed.size) for (const listener of listeners) listener(changed);
      return result;
    },
    get: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
    rows: (sql, ...values) => statement(sql).iterate(...values),
    run(sql, ...values) {
      hasChanged = true;
      return Number(statement(sql).run(...values).lastInsertRowid);
    },
    lastSequence: () => sequence,
    nextSequence(table) {
      if (table.stream) grown.add(table.name);
      return ++sequence;
    },
    saveTable(definition) {
      const { TableName } = definition.description;
      haveTablesChanged = true;
      database.run(
        "INSERT INTO tables (name, definition) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET definition = excluded.definition",
        TableName,
        JSON.stringify(definition),
      );
      const { id } = database.get("SELECT id FROM tables WHERE name = ?", TableName) as { id: number };
      tables.set(TableName, tableOf(id, definition));
    },
    forgetTable({ id, name }) {
      haveTablesChanged = true;
      for (const owned of ["items", "entries", "records"])
        database.run(`DELETE FROM ${owned} WHERE tbl = ?`, id);
      database.run("DELETE FROM tables WHERE id = ?", id);
      tables.delete(name);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    copyTo: (path) => void statement("VACUUM INTO ?").run(path),
    async close() {
      await durability.close();
      sqlite.close();
      head.write({ commits, checksum: checksumOf(path) }, true);
      head.close();
    },
  };
  return database;

  function transact<T>(work: () => T): T {
    const sequenceBefore = sequence;
    statement("BEGIN IMMEDIATE").run();
    try {
      const result = work();
      if (hasChanged) commit();
      else statement("ROLLBACK").run();
      return result;
    } catch (error) {
      rollback();
      sequence = sequenceBefore;
      throw error;
    } finally {
      hasChanged = false;
      haveTablesChanged = false;
    }
  }

  function commit(): void {
    statement("UPDATE state SET commits = ?, sequence = ?").run(commits + 1, sequence);
    statement("COMMIT").run();
    commits++;
  }

  /** After some errors SQLite has already rolled back. */
  function rollback(): void {
    if (sqlite.isTransaction) statement("ROLLBACK").run();
    grown = new Set();
    if (haveTablesChanged) load();
  }

  /** The head only detects a lost commit; a failure to write it loses no data. */
  function acknowledge(synced: number): void {
    try {
      head.write({ commits: synced });
    } catch (error) {
      console.error(`dynamodb: ${headPath(dir)} cannot be written:`, error);
    }
  }

  function load(): { commits: number; sequence: number } {
    tables.clear();
    for (const { id, definition } of statement("SELECT id, definition FROM tables").all()) {
      const table = tableOf(id as number, JSON.parse(definition as string) as TableDefinition);
      tables.set(table.name, table);
    }
    return statement("SELECT commits, sequence FROM state").get() as { commits: number; sequence: number };
  }

  async function settled(): Promise<void> {
    durability.committed(commits);
    try {
      await durability.settled();
    } catch (error) {
      throw new ServiceError(
        "InternalServerError",
        `The disk cannot be written: ${(error as Error).message}`,
        500,
      );
    }
  }
}

/** Prepares every statement once. */
function createStatements(sqlite: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
