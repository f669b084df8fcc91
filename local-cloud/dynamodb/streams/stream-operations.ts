import { z } from "zod";
import { checked } from "#local-cloud/aws-json.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import type { Table, TableStreamDefinition } from "#local-cloud/dynamodb/store/table.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { readRecords } from "./stream.ts";
import { type StreamRecord, sequenceOf } from "./stream-record.ts";

type Input = Record<string, unknown>;

const SHARD = "shardId-00000000000000000001-00000001";
const ITERATOR_LIFETIME_MS = 15 * 60 * 1000;
const MAX_BYTES = 1024 * 1024;

const sequence = z.string().regex(/^\d{21,40}$/);
const arn = z.string().min(37).max(1024);
const listStreamsInput = z.strictObject({
  TableName: z.string().optional(),
  Limit: z.int().min(1).max(100).default(100),
  ExclusiveStartStreamArn: arn.optional(),
});
const describeStreamInput = z.strictObject({
  StreamArn: arn,
  Limit: z.int().min(1).max(100).optional(),
  ExclusiveStartShardId: z.string().optional(),
});
const shardIteratorInput = z.strictObject({
  StreamArn: arn,
  ShardId: z.string().min(28).max(65),
  ShardIteratorType: z.enum(["TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"]),
  SequenceNumber: sequence.optional(),
});
const recordsInput = z.strictObject({
  ShardIterator: z.string().min(1).max(2048),
  Limit: z.int().min(1).max(1000).default(1000),
});
/** A position in a stream, with the time at which it was issued. */
const position = z.object({
  arn: z.string(),
  /** Sequence number of the first record to read. */
  from: z.int().min(0),
  at: z.number(),
});
type Position = z.infer<typeof position>;

export async function listStreams(database: Database, input: Input): Promise<unknown> {
  const { TableName, Limit, ExclusiveStartStreamArn: after = "" } = checked(listStreamsInput, input);
  const streams = [...database.tables.values()]
    .flatMap(({ stream, description }) => (stream ? [{ stream, table: description.TableName }] : []))
    .filter(({ stream, table }) => (TableName === undefined || table === TableName) && stream.arn > after)
    .sort((a, b) => (a.stream.arn < b.stream.arn ? -1 : 1));
  const page = streams.slice(0, Limit);
  return {
    Streams: page.map(({ stream, table }) => ({
      StreamArn: stream.arn,
      TableName: table,
      StreamLabel: stream.label,
    })),
    ...(page.length < streams.length && { LastEvaluatedStreamArn: page.at(-1)?.stream.arn }),
  };
}

export async function describeStream(database: Database, input: Input): Promise<unknown> {
  const { StreamArn, ExclusiveStartShardId } = checked(describeStreamInput, input);
  const { stream, description } = streamOf(database, StreamArn);
  const shard = { ShardId: SHARD, SequenceNumberRange: { StartingSequenceNumber: stream.start } };
  return {
    StreamDescription: {
      StreamArn,
      StreamLabel: stream.label,
      StreamStatus: "ENABLED",
      StreamViewType: stream.viewType,
      CreationRequestDateTime: stream.created,
      TableName: description.TableName,
      KeySchema: description.KeySchema,
      Shards: ExclusiveStartShardId === undefined ? [shard] : [],
    },
  };
}

export async function getShardIterator(database: Database, input: Input): Promise<unknown> {
  const {
    StreamArn,
    ShardId,
    ShardIteratorType: type,
    SequenceNumber: at,
  } = checked(shardIteratorInput, input);
  const table = streamOf(database, StreamArn);
  if (ShardId !== SHARD)
    throw new ServiceError("ResourceNotFoundException", `Requested resource not found: Shard: ${ShardId}`);
  const bySequence = type === "AT_SEQUENCE_NUMBER" || type === "AFTER_SEQUENCE_NUMBER";
  if (bySequence !== (at !== undefined))
    throw new ServiceError(
      "ValidationException",
      `SequenceNumber ${bySequence ? "is required" : "must not be given"} with ShardIteratorType ${type}`,
    );
  if (at !== undefined) refuseTrimmed(database, table, sequenceOf(at));
  return { ShardIterator: encode({ arn: StreamArn, from: startOf(database, type, at), at: database.now() }) };
}

/** GetRecords: at most `Limit` records and 1 MB; the shard never ends. */
export async function getRecords(database: Database, input: Input): Promise<unknown> {
  const { ShardIterator, Limit } = checked(recordsInput, input);
  const { arn: streamArn, from, at } = decode(ShardIterator);
  if (database.now() - at > ITERATOR_LIFETIME_MS)
    throw new ServiceError("ExpiredIteratorException", "The iterator is older than 15 minutes");
  const table = streamOf(database, streamArn);
  const found = await database.read(() => readRecords(database, table, from, Limit));
  const records = atMost(MAX_BYTES, found);
  const last = records.at(-1)?.dynamodb.SequenceNumber;
  const next = last === undefined ? from : sequenceOf(last) + 1;
  return {
    Records: records.map(onTheWire),
    NextShardIterator: encode({ arn: streamArn, from: next, at: database.now() }),
  };
}

function streamOf({ tables }: Database, streamArn: string): Table & { stream: TableStreamDefinition } {
  const table = tables.get(streamArn.split("/")[1] ?? "");
  if (table?.stream?.arn !== streamArn)
    throw new ServiceError(
      "ResourceNotFoundException",
      `Requested resource not found: Stream: ${streamArn} not found`,
    );
  return { ...table, stream: table.stream };
}

function startOf(database: Database, type: string, at: string | undefined): number {
  if (type === "LATEST") return database.lastSequence() + 1;
  if (at === undefined) return 0;
  return type === "AT_SEQUENCE_NUMBER" ? sequenceOf(at) : sequenceOf(at) + 1;
}

function refuseTrimmed(database: Database, table: Table, sequence: number): void {
  const [oldest] = readRecords(database, table, 0, 1);
  if (oldest && sequence < sequenceOf(oldest.dynamodb.SequenceNumber))
    throw new ServiceError("TrimmedDataAccessException", `The record ${sequence} is beyond the trim horizon`);
}

/** At least one record, and no more than the bytes allow. */
function atMost(bytes: number, records: StreamRecord[]): StreamRecord[] {
  let size = 0;
  for (const [index, { dynamodb }] of records.entries()) {
    size += dynamodb.SizeBytes;
    if (size > bytes && index > 0) return records.slice(0, index);
  }
  return records;
}

/** The shape of the stream API: no ARN, and capitalised members of the identity. */
function onTheWire({ eventSourceARN: _, userIdentity, ...record }: StreamRecord): unknown {
  return {
    ...record,
    ...(userIdentity && { userIdentity: { Type: userIdentity.type, PrincipalId: userIdentity.principalId } }),
  };
}

function encode(value: Position): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(iterator: string): Position {
  try {
    return position.parse(JSON.parse(Buffer.from(iterator, "base64url").toString()));
  } catch {
    throw new ServiceError("ValidationException", "Invalid ShardIterator");
  }
}
