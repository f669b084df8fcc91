import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import type {
  IndexDescription,
  TableDefinition,
  TableDescription,
  TableStreamDefinition,
} from "#local-cloud/dynamodb/store/table.ts";
import { sequenceNumber } from "#local-cloud/dynamodb/streams/stream-record.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type Input, invalid, tableName, validated } from "./input.ts";

const attributeName = z.string().min(1).max(255);
const keySchema = z
  .array(z.strictObject({ AttributeName: attributeName, KeyType: z.enum(["HASH", "RANGE"]) }))
  .min(1)
  .max(2);
const throughput = z.strictObject({ ReadCapacityUnits: z.int().min(1), WriteCapacityUnits: z.int().min(1) });
const localIndex = z.strictObject({
  IndexName: tableName,
  KeySchema: keySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
    NonKeyAttributes: z.array(attributeName).min(1).max(20).optional(),
  }),
});
export const globalIndexSchema = localIndex.extend({ ProvisionedThroughput: throughput.optional() });
export const attributeDefinitions = z.array(
  z.strictObject({ AttributeName: attributeName, AttributeType: z.enum(["S", "N", "B"]) }),
);
const schema = z.strictObject({
  TableName: tableName,
  AttributeDefinitions: attributeDefinitions,
  KeySchema: keySchema,
  LocalSecondaryIndexes: z.array(localIndex).min(1).max(5).optional(),
  GlobalSecondaryIndexes: z.array(globalIndexSchema).min(1).max(20).optional(),
  BillingMode: z.enum(["PROVISIONED", "PAY_PER_REQUEST"]).optional(),
  ProvisionedThroughput: throughput.optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
  StreamSpecification: z
    .strictObject({
      StreamEnabled: z.boolean(),
      StreamViewType: z.enum(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]).optional(),
    })
    .optional(),
});
type Request = z.infer<typeof schema>;
export type GlobalIndex = z.infer<typeof globalIndexSchema>;

/** CreateTable. The table is usable immediately; the response contains CREATING, as on AWS. */
export async function createTable(database: Database, input: Input): Promise<unknown> {
  const request = validated(schema, input);
  refuseInconsistent(request);
  if (database.tables.has(request.TableName))
    throw new ServiceError("ResourceInUseException", `Table already exists: ${request.TableName}`);
  const definition = definitionOf(database, request);
  await database.write(() => database.saveTable(definition));
  return { TableDescription: { ...definition.description, TableStatus: "CREATING" } };
}

/** Throws for an index whose keys the table does not define, and for one that already exists. */
export function refuseIndex(
  index: GlobalIndex,
  definitions: Request["AttributeDefinitions"],
  billing: { onDemand: boolean },
): void {
  refuseKeySchema(index.KeySchema, definitions);
  const { ProjectionType, NonKeyAttributes } = index.Projection;
  if ((ProjectionType === "INCLUDE") !== (NonKeyAttributes !== undefined))
    throw invalid(
      `One or more parameter values were invalid: ProjectionType is ${ProjectionType}, ${NonKeyAttributes ? "but NonKeyAttributes is specified" : "but NonKeyAttributes is not specified"}`,
    );
  if (billing.onDemand && index.ProvisionedThroughput)
    throw invalid(
      `One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: ${index.IndexName} when BillingMode is PAY_PER_REQUEST`,
    );
}

export function describedIndex(
  tableArn: string,
  { ProvisionedThroughput, ...given }: GlobalIndex,
): IndexDescription {
  return {
    ...given,
    Projection: given.Projection as IndexDescription["Projection"],
    IndexArn: `${tableArn}/index/${given.IndexName}`,
    IndexStatus: "ACTIVE",
    IndexSizeBytes: 0,
    ItemCount: 0,
    ProvisionedThroughput: describedThroughput(ProvisionedThroughput),
  };
}

function definitionOf(database: Database, request: Request): TableDefinition {
  const { BillingMode, StreamSpecification, GlobalSecondaryIndexes, LocalSecondaryIndexes, ...given } =
    request;
  const arn = `arn:aws:dynamodb:${database.region}:${database.account}:table/${request.TableName}`;
  const at = database.now() / 1000;
  const stream = newStream(database, arn, StreamSpecification);
  const description: TableDescription = {
    ...given,
    TableArn: arn,
    TableId: randomUUID(),
    TableStatus: "ACTIVE",
    CreationDateTime: at,
    ProvisionedThroughput: describedThroughput(request.ProvisionedThroughput),
    DeletionProtectionEnabled: request.DeletionProtectionEnabled === true,
    ...(BillingMode === "PAY_PER_REQUEST" && {
      BillingModeSummary: { BillingMode, LastUpdateToPayPerRequestDateTime: at },
    }),
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => describedIndex(arn, index)),
    }),
    ...(LocalSecondaryIndexes && {
      LocalSecondaryIndexes: LocalSecondaryIndexes.map((index) => ({
        ...index,
        Projection: index.Projection as IndexDescription["Projection"],
        IndexArn: `${arn}/index/${index.IndexName}`,
        IndexSizeBytes: 0,
        ItemCount: 0,
      })),
    }),
    ...(stream && { StreamSpecification, LatestStreamArn: stream.arn, LatestStreamLabel: stream.label }),
  };
  return { description, ...(stream && { stream }) };
}

function newStream(
  { now, lastSequence }: Database,
  tableArn: string,
  wanted: Request["StreamSpecification"],
): TableStreamDefinition | undefined {
  if (!wanted?.StreamEnabled || !wanted.StreamViewType) return undefined;
  const label = new Date(now()).toISOString().slice(0, -1);
  return {
    arn: `${tableArn}/stream/${label}`,
    label,
    viewType: wanted.StreamViewType,
    start: sequenceNumber(lastSequence() + 1),
    created: now() / 1000,
  };
}

function describedThroughput(given: object | undefined): unknown {
  return { ReadCapacityUnits: 0, WriteCapacityUnits: 0, ...given, NumberOfDecreasesToday: 0 };
}

function refuseInconsistent(request: Request): void {
  const {
    AttributeDefinitions: definitions,
    GlobalSecondaryIndexes = [],
    LocalSecondaryIndexes = [],
  } = request;
  const onDemand = request.BillingMode === "PAY_PER_REQUEST";
  refuseKeySchema(request.KeySchema, definitions);
  for (const index of [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes])
    refuseIndex(index, definitions, { onDemand });
  refuseRepeated([...GlobalSecondaryIndexes, ...LocalSecondaryIndexes].map(({ IndexName }) => IndexName));
  refuseLocalIndexes(request);
  refuseUnused(request);
  if (onDemand && request.ProvisionedThroughput)
    throw invalid(
      "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
    );
  if (!onDemand && !request.ProvisionedThroughput)
    throw invalid(
      "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
    );
  refuseStream(request.StreamSpecification);
}

function refuseKeySchema(schema: Request["KeySchema"], definitions: Request["AttributeDefinitions"]): void {
  const [hash, range] = schema;
  if (hash?.KeyType !== "HASH" || (range && range.KeyType !== "RANGE"))
    throw invalid(
      "Invalid KeySchema: The first KeySchemaElement must be a HASH key type, the second a RANGE key type",
    );
  if (hash.AttributeName === range?.AttributeName)
    throw invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name");
  for (const { AttributeName } of schema)
    if (!definitions.some((one) => one.AttributeName === AttributeName))
      throw invalid(
        `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${AttributeName}], AttributeDefinitions: [${definitions.map((one) => one.AttributeName).join(", ")}]`,
      );
}

function refuseRepeated(indexNames: readonly string[]): void {
  const repeated = indexNames.find((name, at) => indexNames.indexOf(name) !== at);
  if (repeated !== undefined)
    throw invalid(`One or more parameter values were invalid: Duplicate index name: ${repeated}`);
}

function refuseLocalIndexes({ KeySchema, LocalSecondaryIndexes = [] }: Request): void {
  for (const { IndexName, KeySchema: own } of LocalSecondaryIndexes)
    if (KeySchema.length < 2 || own.length < 2 || own[0]?.AttributeName !== KeySchema[0]?.AttributeName)
      throw invalid(
        `One or more parameter values were invalid: Local secondary index ${IndexName} must have the table's HASH key and a RANGE key, and the table a RANGE key`,
      );
}

function refuseUnused({
  AttributeDefinitions,
  KeySchema,
  GlobalSecondaryIndexes = [],
  LocalSecondaryIndexes = [],
}: Request): void {
  const schemas = [
    KeySchema,
    ...[...GlobalSecondaryIndexes, ...LocalSecondaryIndexes].map((one) => one.KeySchema),
  ];
  const used = new Set(schemas.flat().map(({ AttributeName }) => AttributeName));
  const unused = AttributeDefinitions.map(({ AttributeName }) => AttributeName).filter(
    (name) => !used.has(name),
  );
  if (unused.length)
    throw invalid(
      `One or more parameter values were invalid: Some AttributeDefinitions are not used. Unused: [${unused.join(", ")}]`,
    );
}

function refuseStream(wanted: Request["StreamSpecification"]): void {
  if (!wanted || wanted.StreamEnabled === (wanted.StreamViewType !== undefined)) return;
  throw invalid(
    wanted.StreamEnabled
      ? "One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true"
      : "One or more parameter values were invalid: StreamViewType must not be given when StreamEnabled is false",
  );
}
