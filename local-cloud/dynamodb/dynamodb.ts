import { awsJsonHandler, type JsonOperation } from "#local-cloud/aws-json.ts";
import type { SignedService } from "#local-cloud/http.ts";
import { admission } from "./admit.ts";
import { batchGetItem, batchWriteItem } from "./operations/batches.ts";
import { describeContinuousBackups, updateContinuousBackups } from "./operations/continuous-backups.ts";
import { createTable } from "./operations/create-table.ts";
import { getItem } from "./operations/get-item.ts";
import { deleteItem, putItem, updateItem } from "./operations/item-writes.ts";
import { query } from "./operations/query.ts";
import { scan } from "./operations/scan.ts";
import { deleteTable, describeTable, listTables, updateTable } from "./operations/table-operations.ts";
import { describeTimeToLive, updateTimeToLive } from "./operations/time-to-live.ts";
import { transactGetItems, transactWriteItems } from "./operations/transactions.ts";
import { type Database, openDatabase } from "./store/database.ts";
import type { SyncFile } from "./store/durability.ts";
import { startSweeper } from "./store/sweeper.ts";
import { openStream, type TableStream } from "./streams/stream.ts";
import { describeStream, getRecords, getShardIterator, listStreams } from "./streams/stream-operations.ts";

export interface DynamoDbOptions {
  /** Data directory; only one process at a time may use it. */
  readonly dir: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly region?: string;
  readonly account?: string;
  /** Interval of the removal of expired items, old stream records and old tokens. */
  readonly sweepMs?: number;
  /** Syncs the write-ahead log to the disk; by default `fdatasync`. */
  readonly sync?: SyncFile;
}

export interface DynamoDb extends SignedService {
  /** The stream of a table, read in process. The table need not exist yet. */
  stream(tableName: string): TableStream;
  /** Writes a copy of the current database, without a log, to a file. Blocks until it is complete. */
  copyTo(path: string): void;
}

/**
 * DynamoDB and DynamoDB Streams (API versions 2012-08-10) with one SQLite file. Acknowledged changes survive
 * the end of the process and a power cut, and an item, its index entries and its stream record are always
 * written together. Rejects if another process uses the directory, if an older version wrote it, or if the
 * database is damaged.
 */
export async function createDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const {
    dir,
    now = Date.now,
    region = "us-east-1",
    account = "000000000000",
    sweepMs = 1000,
    sync,
  } = options;
  const database = openDatabase({ dir, now, region, account, ...(sync && { sync }) });
  const sweeper = startSweeper(database, sweepMs);
  return {
    handle: awsJsonHandler({
      operations: new Map([
        ...targets(database, "DynamoDB_20120810", ITEMS_AND_TABLES),
        ...targets(database, "DynamoDBStreams_20120810", STREAMS),
      ]),
      namespace: "com.amazonaws.dynamodb.v20120810",
      internalError: "InternalServerError",
      admit: admission(database),
    }),
    stream: (tableName) => openStream(database, tableName),
    copyTo: (path) => database.copyTo(path),
    async close() {
      await sweeper.stop();
      await database.close();
    },
  };
}

type Operation = (database: Database, input: Record<string, unknown>) => Promise<unknown>;

const ITEMS_AND_TABLES: Record<string, Operation> = {
  CreateTable: createTable,
  DescribeTable: describeTable,
  UpdateTable: updateTable,
  DeleteTable: deleteTable,
  ListTables: listTables,
  UpdateTimeToLive: updateTimeToLive,
  DescribeTimeToLive: describeTimeToLive,
  UpdateContinuousBackups: updateContinuousBackups,
  DescribeContinuousBackups: describeContinuousBackups,
  GetItem: getItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  BatchWriteItem: batchWriteItem,
  TransactWriteItems: transactWriteItems,
  TransactGetItems: transactGetItems,
};

const STREAMS: Record<string, Operation> = {
  ListStreams: listStreams,
  DescribeStream: describeStream,
  GetShardIterator: getShardIterator,
  GetRecords: getRecords,
};

/** Operations by their whole `X-Amz-Target`. */
function targets(
  database: Database,
  service: string,
  operations: Record<string, Operation>,
): [string, JsonOperation][] {
  return Object.entries(operations).map(([name, operation]) => [
    `${service}.${name}`,
    (input) => operation(database, input),
  ]);
}
