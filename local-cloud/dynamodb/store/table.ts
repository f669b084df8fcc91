import type { KeyAttribute, KeyPair } from "#local-cloud/dynamodb/expressions/key-condition.ts";
import { pick } from "#local-cloud/dynamodb/expressions/projection.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";

export type StreamViewType = "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";

interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: "HASH" | "RANGE";
}

export interface IndexDescription {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: {
    readonly ProjectionType: "ALL" | "KEYS_ONLY" | "INCLUDE";
    readonly NonKeyAttributes?: readonly string[];
  };
  readonly [member: string]: unknown;
}

/** The result of DescribeTable, without the counts. */
export interface TableDescription {
  readonly TableName: string;
  readonly TableId: string;
  readonly TableArn: string;
  readonly TableStatus: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: KeyAttribute["type"];
  }[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
  readonly DeletionProtectionEnabled?: boolean;
  readonly [member: string]: unknown;
}

/** The stored definition of a table. */
export interface TableDefinition {
  readonly description: TableDescription;
  readonly stream?: TableStreamDefinition;
  /** The attribute with the expiry time of an item. */
  readonly timeToLive?: string;
}

export interface TableStreamDefinition {
  readonly arn: string;
  readonly label: string;
  readonly viewType: StreamViewType;
  /** Lowest sequence number of the stream. */
  readonly start: string;
  /** Seconds since 1970. */
  readonly created: number;
}

export interface Table extends TableDefinition {
  /** Its id in the database; a table that is created again under the same name gets another one. */
  readonly id: number;
  readonly name: string;
  readonly key: KeyPair;
  readonly indexes: readonly Index[];
}

export interface Index {
  readonly name: string;
  readonly key: KeyPair;
  readonly isGlobal: boolean;
  /** Names of the projected attributes; undefined for all. */
  readonly projected?: ReadonlySet<string>;
}

export function tableOf(id: number, definition: TableDefinition): Table {
  const { description } = definition;
  const key = keyOf(description, description.KeySchema);
  const index =
    (isGlobal: boolean) =>
    (given: IndexDescription): Index => {
      const indexKey = keyOf(description, given.KeySchema);
      const { ProjectionType, NonKeyAttributes = [] } = given.Projection;
      const names = [...namesOf(key), ...namesOf(indexKey), ...NonKeyAttributes];
      return {
        name: given.IndexName,
        key: indexKey,
        isGlobal,
        ...(ProjectionType !== "ALL" && { projected: new Set(names) }),
      };
    };
  return {
    ...definition,
    id,
    name: description.TableName,
    key,
    indexes: [
      ...(description.GlobalSecondaryIndexes ?? []).map(index(true)),
      ...(description.LocalSecondaryIndexes ?? []).map(index(false)),
    ],
  };
}

/** Names of a key's attributes, partition key first. */
export function namesOf({ hash, range }: KeyPair): string[] {
  return range ? [hash.name, range.name] : [hash.name];
}

/** Returns the primary key attributes of an item. */
export function keysOf(item: Item, { key }: Pick<Table, "key">): Item {
  return pick(item, namesOf(key));
}

function keyOf({ AttributeDefinitions }: TableDescription, schema: readonly KeySchemaElement[]): KeyPair {
  const attribute = (keyType: KeySchemaElement["KeyType"]): KeyAttribute | undefined => {
    const name = schema.find(({ KeyType }) => KeyType === keyType)?.AttributeName;
    const type = AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType;
    return name !== undefined && type ? { name, type } : undefined;
  };
  const range = attribute("RANGE");
  return { hash: attribute("HASH") as KeyAttribute, ...(range && { range }) };
}
