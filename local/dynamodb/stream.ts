import { ServiceError } from "#local/http.ts";
import { all, type Database } from "./database.ts";
import { below, layout } from "./layout.ts";
import type { StreamRecord } from "./stream-record.ts";
import type { Table } from "./table.ts";

/** How long DynamoDB keeps a stream's records. */
const KEPT_SECONDS = 24 * 3600;
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
    async read(afterSequence, limit) {
      const table = database.tables.get(tableName);
      if (!table?.stream)
        throw new ServiceError("ResourceNotFoundException", `Table ${tableName} has no stream`);
      return readStream(database, tableName, { gt: afterSequence ?? "" }, limit);
    },
    onChange: (listener) =>
      database.onChange((grown) => {
        if (grown.has(tableName)) listener();
      }),
  };
}

/** Records in order, starting at or after a sequence ("" is before the first). */
export async function readStream(
  database: Database,
  tableName: string,
  from: { gt: string } | { gte: string },
  limit: number,
): Promise<StreamRecord[]> {
  const prefix = layout.stream(tableName);
  const start = "gt" in from ? { gt: prefix + from.gt } : { gte: prefix + from.gte };
  return (await all(database.values({ ...start, lt: below(prefix).lt, limit }))) as StreamRecord[];
}

/** Removes what is older than 24 hours, in portions, oldest first. */
export async function trimStream(database: Database, { description: { TableName } }: Table): Promise<void> {
  const horizon = database.now() / 1000 - KEPT_SECONDS;
  const isOld = ({ dynamodb }: StreamRecord) => dynamodb.ApproximateCreationDateTime < horizon;
  const [first] = await readStream(database, TableName, { gt: "" }, 1);
  if (!first || !isOld(first)) return;
  const oldest = await readStream(database, TableName, { gt: "" }, TRIMMED_AT_ONCE);
  const last = oldest.findLast(isOld);
  if (!last) return;
  const { SequenceNumber } = last.dynamodb;
  await database.clear({
    gte: layout.stream(TableName),
    lte: layout.streamRecord(TableName, SequenceNumber),
  });
}
