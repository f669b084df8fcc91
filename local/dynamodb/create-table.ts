import { randomUUID } from "node:crypto";
import type { IndexDescription, TableDescription } from "dynalite/db/index.js";
import createTable from "dynalite/validations/createTable.js";
import { ServiceError } from "#local/http.ts";
import type { Database } from "./database.ts";
import type { StreamViewType, Table } from "./table.ts";
import { type Rules, validated } from "./validate.ts";

interface StreamSpecification {
  StreamEnabled: boolean;
  StreamViewType?: StreamViewType;
}

const rules: Rules = {
  types: {
    ...createTable.types,
    DeletionProtectionEnabled: "Boolean",
    StreamSpecification: {
      type: "FieldStruct<StreamSpecification>",
      children: {
        StreamEnabled: { type: "Boolean", notNull: true },
        StreamViewType: {
          type: "String",
          enum: ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"],
        },
      },
    },
  },
  custom: (data, store) => createTable.custom?.(data, store) ?? streamProblem(data) ?? unusedDefinition(data),
};

/** CreateTable. The table is usable at once; the answer says CREATING, as DynamoDB's does. */
export async function createTableOperation(
  database: Database,
  input: Record<string, unknown>,
): Promise<unknown> {
  const data = validated(input, rules) as unknown as TableDescription;
  if (database.tables.has(data.TableName))
    throw new ServiceError("ResourceInUseException", `Table already exists: ${data.TableName}`);
  const table = newTable(database, data);
  await database.saveTable(table);
  return { TableDescription: { ...table.description, TableStatus: "CREATING" } };
}

function newTable(database: Database, data: TableDescription): Table {
  const { BillingMode, StreamSpecification, ...given } = data;
  const arn = `arn:aws:dynamodb:${database.region}:${database.account}:table/${data.TableName}`;
  const at = database.now();
  const onDemand = BillingMode === "PAY_PER_REQUEST";
  const stream = newStream(database, arn, StreamSpecification as StreamSpecification | undefined);
  const description: TableDescription = {
    ...given,
    TableArn: arn,
    TableId: randomUUID(),
    TableStatus: "ACTIVE",
    CreationDateTime: at / 1000,
    ItemCount: 0,
    TableSizeBytes: 0,
    ProvisionedThroughput: throughput(data.ProvisionedThroughput),
    DeletionProtectionEnabled: data.DeletionProtectionEnabled === true,
    ...(onDemand && {
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST", LastUpdateToPayPerRequestDateTime: at / 1000 },
    }),
    ...(stream && {
      StreamSpecification,
      LatestStreamArn: stream.arn,
      LatestStreamLabel: stream.label,
    }),
  };
  for (const index of description.LocalSecondaryIndexes ?? [])
    Object.assign(index, { IndexArn: `${arn}/index/${index.IndexName}`, IndexSizeBytes: 0, ItemCount: 0 });
  if (description.GlobalSecondaryIndexes)
    description.GlobalSecondaryIndexes = description.GlobalSecondaryIndexes.map((index) =>
      globalIndex(arn, index, "ACTIVE"),
    );
  return { description, ...(stream && { stream }) };
}

export function globalIndex(
  tableArn: string,
  given: IndexDescription,
  status: "ACTIVE" | "CREATING",
): IndexDescription {
  return {
    ...given,
    IndexArn: `${tableArn}/index/${given.IndexName}`,
    IndexStatus: status,
    IndexSizeBytes: 0,
    ItemCount: 0,
    ProvisionedThroughput: throughput(given.ProvisionedThroughput),
  };
}

function newStream(
  { now, lastSequence }: Database,
  tableArn: string,
  wanted: StreamSpecification | undefined,
): Table["stream"] {
  if (!wanted?.StreamEnabled || !wanted.StreamViewType) return undefined;
  const label = new Date(now()).toISOString().slice(0, -1);
  const start = String(BigInt(lastSequence() || "1".padEnd(21, "0")) + 1n);
  return {
    arn: `${tableArn}/stream/${label}`,
    label,
    viewType: wanted.StreamViewType,
    start,
    created: now() / 1000,
  };
}

function throughput(given: unknown): unknown {
  return { ReadCapacityUnits: 0, WriteCapacityUnits: 0, ...(given as object), NumberOfDecreasesToday: 0 };
}

function streamProblem({ StreamSpecification }: Record<string, unknown>): string | undefined {
  const wanted = StreamSpecification as StreamSpecification | undefined;
  if (!wanted || wanted.StreamEnabled === (wanted.StreamViewType !== undefined)) return undefined;
  return wanted.StreamEnabled
    ? "One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true"
    : "One or more parameter values were invalid: Table is being created with stream disabled, StreamViewType must not be given";
}

function unusedDefinition(data: Record<string, unknown>): string | undefined {
  const table = data as unknown as TableDescription;
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const used = new Set(
    [table, ...indexes].flatMap(({ KeySchema }) => KeySchema.map((key) => key.AttributeName)),
  );
  const unused = table.AttributeDefinitions.map((one) => one.AttributeName).filter((name) => !used.has(name));
  if (!unused.length) return undefined;
  return `One or more parameter values were invalid: Some AttributeDefinitions are not used. Unused: [${unused.join(", ")}]`;
}
