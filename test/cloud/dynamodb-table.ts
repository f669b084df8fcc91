import {
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type StreamViewType,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

type Projections = Record<"g1" | "g2" | "g3", GlobalSecondaryIndex["Projection"]>;

/** One index of each kind of projection. */
const MIXED: Projections = {
  g1: { ProjectionType: "ALL" },
  g2: { ProjectionType: "KEYS_ONLY" },
  g3: { ProjectionType: "INCLUDE", NonKeyAttributes: ["kind"] },
};
/** As the product's table has them. */
export const WHOLE_ITEMS: Projections = {
  g1: { ProjectionType: "ALL" },
  g2: { ProjectionType: "ALL" },
  g3: { ProjectionType: "ALL" },
};

/** A table with the product's keys: pk/sk, three indexes, on demand, a stream. Returns its name once it can be used. */
export async function makeTable(
  client: DynamoDBClient,
  view: StreamViewType = "NEW_AND_OLD_IMAGES",
  projections = MIXED,
): Promise<string> {
  const TableName = `gantry-test-${crypto.randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "g1", "g1s", "g2", "g2s", "g3", "g3s"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        index("g1", projections.g1),
        index("g2", projections.g2),
        index("g3", projections.g3),
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: view },
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1, maxDelay: 5 }, { TableName });
  return TableName;
}

export async function dropTable(client: DynamoDBClient, TableName: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
}

function index(name: string, Projection: GlobalSecondaryIndex["Projection"]): GlobalSecondaryIndex {
  return {
    IndexName: `gsi${name.slice(1)}`,
    KeySchema: [
      { AttributeName: name, KeyType: "HASH" },
      { AttributeName: `${name}s`, KeyType: "RANGE" },
    ],
    Projection,
  };
}
