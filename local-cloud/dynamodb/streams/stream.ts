import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import type { Table } from "#local-cloud/dynamodb/store/table.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type StreamRecord, sequenceOf } from "./stream-record.ts";

/** How long DynamoDB keeps a stream's records. */
const KEPT_MS = 24 * 3600 * 1000;
const TRIMMED_AT_ONCE = 1000;

/** A table's stream, read inside the process. */
export interface TableStream {
  /**
   * Returns at most `limit` records in commit order, starting after `afterSequence` or at the oldest record.
   * Throws ResourceNotFoundException if the table does not exist or has no stream.
   */
  read(afterSequence: string | undefined, limit: number): Promise<StreamRecord[]>;
  /** Calls the listener after records were added. Returns a function that removes the listener. */
  onChange(listener: () => void): () => void;
}

export function openStream(database: Database, tableName: string): TableStream {
  return {
    read: (afterSequence, limit) =>
      database.read(() => {
        const table = database.tables.get(tableName);
        if (!table?.stream)
          throw new ServiceError("ResourceNotFoundException", `Table ${tableName} has no stream`);
        return readRecords(database, table, sequenceOf(afterSequence ?? "") + 1, limit);
      }),
    onChange: (listener) =>
      database.onChange((grown) => {
        if (grown.has(tableName)) listener();
      }),
  };
}

/** Returns records in order, starting at a sequence number. */
export function readRecords(database: Database, table: Table, from: number, limit: number): StreamRecord[] {
  return database
    .all(
      "SELECT record FROM records WHERE tbl = ? AND sequence >= ? ORDER BY sequence LIMIT ?",
      table.id,
      from,
      limit,
    )
    .map(({ record }) => JSON.parse(record as string) as StreamRecord);
}

/** Removes records older than 24 hours, in portions, oldest first. Only inside `write`. */
export function trimStreams(database: Database): void {
  const horizon = database.now() - KEPT_MS;
  const oldest = database.get("SELECT at FROM records ORDER BY sequence LIMIT 1");
  if (!oldest || (oldest.at as number) >= horizon) return;
  database.run(
    "DELETE FROM records WHERE at < ? AND sequence IN (SELECT sequence FROM records ORDER BY sequence LIMIT ?)",
    horizon,
    TRIMMED_AT_ONCE,
  );
}
