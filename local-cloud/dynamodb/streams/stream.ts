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
   * At most `limit` records in order of commitment, from the one after `afterSequence`, or from the oldest kept.
   * Refuses with ResourceNotFoundException when the table does not exist or has no stream.
   */
  read(afterSequence: string | undefined, limit: number): Promise<StreamRecord[]>;
  /** Called after records have been added. The result ends it. */
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

/** Records in order, from a sequence on. */
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

/** Removes what is older than 24 hours, in portions, oldest first. Inside `write` only. */
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
