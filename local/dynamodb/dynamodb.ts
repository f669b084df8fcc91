import deleteItem from "dynalite/actions/deleteItem.js";
import getItem from "dynalite/actions/getItem.js";
import putItem from "dynalite/actions/putItem.js";
import query from "dynalite/actions/query.js";
import scan from "dynalite/actions/scan.js";
import updateItem from "dynalite/actions/updateItem.js";
import deleteRules from "dynalite/validations/deleteItem.js";
import getRules from "dynalite/validations/getItem.js";
import putRules from "dynalite/validations/putItem.js";
import queryRules from "dynalite/validations/query.js";
import scanRules from "dynalite/validations/scan.js";
import updateRules from "dynalite/validations/updateItem.js";
import { awsJsonHandler, type JsonOperation } from "#local/aws-json.ts";
import type { SignedService } from "#local/http.ts";
import { admission } from "./admit.ts";
import { describeContinuousBackups, updateContinuousBackups } from "./continuous-backups.ts";
import { createTableOperation } from "./create-table.ts";
import { type Database, openDatabase } from "./database.ts";
import { batchGetting, batchWriteItem, reading, writing } from "./item-operations.ts";
import { openStream, type TableStream } from "./stream.ts";
import { describeStream, getRecords, getShardIterator, listStreams } from "./stream-operations.ts";
import { startSweeper } from "./sweeper.ts";
import {
  deleteTableOperation,
  describeTableOperation,
  dropTable,
  listTablesOperation,
} from "./table-operations.ts";
import { describeTimeToLiveOperation, finishEnabling, updateTimeToLiveOperation } from "./time-to-live.ts";
import { openTokens, type Tokens } from "./tokens.ts";
import { transactGetItems, transactWriteItems } from "./transactions.ts";
import { finishIndexes, updateTableOperation } from "./update-table.ts";
import type { Rules } from "./validate.ts";

export interface DynamoDbOptions {
  /** Data directory; only one process at a time may have it. */
  readonly dir: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly region?: string;
  readonly account?: string;
  /** How often expired items, old stream records and old tokens are looked for. */
  readonly sweepMs?: number;
}

export interface DynamoDb extends SignedService {
  /** The stream of a table, read in process. The table need not exist yet. */
  stream(tableName: string): TableStream;
}

/**
 * DynamoDB and DynamoDB Streams (API versions 2012-08-10) over one LevelDB directory. What was acknowledged
 * survives the death of the process, and an item, its index entries and its stream record are always written
 * together. Rejects when another process has the directory.
 */
export async function createDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  const { dir, now = Date.now, region = "us-east-1", account = "000000000000", sweepMs = 1000 } = options;
  const database = await openDatabase({ dir, now, region, account });
  const tokens = await openTokens(database);
  await finishInterrupted(database);
  const sweeper = startSweeper(database, tokens, sweepMs);
  return {
    handle: awsJsonHandler({
      operations: new Map([...itemsAndTables(database, tokens), ...streams(database)]),
      namespace: "com.amazonaws.dynamodb.v20120810",
      internalError: "InternalServerError",
      admit: admission(database),
    }),
    stream: (tableName) => openStream(database, tableName),
    async close() {
      await sweeper.stop();
      await database.close();
    },
  };
}

function itemsAndTables(database: Database, tokens: Tokens): Map<string, JsonOperation> {
  return targets("DynamoDB_20120810", {
    CreateTable: (input) => createTableOperation(database, input),
    DescribeTable: (input) => describeTableOperation(database, input),
    UpdateTable: (input) => updateTableOperation(database, input),
    DeleteTable: (input) => deleteTableOperation(database, input),
    ListTables: (input) => listTablesOperation(database, input),
    UpdateTimeToLive: (input) => updateTimeToLiveOperation(database, input),
    DescribeTimeToLive: (input) => describeTimeToLiveOperation(database, input),
    UpdateContinuousBackups: (input) => updateContinuousBackups(database, input),
    DescribeContinuousBackups: (input) => describeContinuousBackups(database, input),
    GetItem: reading(database, getItem, getRules),
    Query: reading(database, query, queryRules),
    Scan: reading(database, scan, consistentScan),
    BatchGetItem: batchGetting(database),
    PutItem: writing(database, putItem, putRules),
    UpdateItem: writing(database, updateItem, updateRules),
    DeleteItem: writing(database, deleteItem, deleteRules),
    BatchWriteItem: (input) => batchWriteItem(database, input),
    TransactWriteItems: (input) => transactWriteItems(database, tokens, input),
    TransactGetItems: (input) => transactGetItems(database, input),
  });
}

/** dynalite's scan obeys the member, its list of members lacks it. */
const consistentScan: Rules = { ...scanRules, types: { ...scanRules.types, ConsistentRead: "Boolean" } };

function streams(database: Database): Map<string, JsonOperation> {
  return targets("DynamoDBStreams_20120810", {
    ListStreams: (input) => listStreams(database, input),
    DescribeStream: (input) => describeStream(database, input),
    GetShardIterator: (input) => getShardIterator(database, input),
    GetRecords: (input) => getRecords(database, input),
  });
}

function targets(service: string, operations: Record<string, JsonOperation>): Map<string, JsonOperation> {
  return new Map(Object.entries(operations).map(([name, operation]) => [`${service}.${name}`, operation]));
}

/** What a crash has left half done. */
async function finishInterrupted(database: Database): Promise<void> {
  for (const table of [...database.tables.values()])
    if (table.description.TableStatus === "DELETING") await dropTable(database, table);
    else {
      await finishIndexes(database, table);
      await finishEnabling(database, table.description.TableName);
    }
}
