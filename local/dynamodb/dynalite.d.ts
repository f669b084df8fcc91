/** The internals of dynalite 4.0.0 that are used here: its expression engine and its validations, not its server. */

declare module "dynalite/db/index.js" {
  export interface AttributeValue {
    S?: string;
    N?: string;
    B?: string;
    BOOL?: boolean;
    NULL?: boolean;
    SS?: string[];
    NS?: string[];
    BS?: string[];
    L?: AttributeValue[];
    M?: Item;
  }
  export type Item = Record<string, AttributeValue>;
  export interface KeySchemaElement {
    AttributeName: string;
    KeyType: string;
  }
  export interface IndexDescription {
    IndexName: string;
    KeySchema: KeySchemaElement[];
    Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
    [field: string]: unknown;
  }
  export interface TableDescription {
    TableName: string;
    TableArn: string;
    TableStatus: string;
    AttributeDefinitions: { AttributeName: string; AttributeType: "S" | "N" | "B" }[];
    KeySchema: KeySchemaElement[];
    GlobalSecondaryIndexes?: IndexDescription[];
    LocalSecondaryIndexes?: IndexDescription[];
    [field: string]: unknown;
  }
  export interface DynaliteError extends Error {
    statusCode: number;
    body: { __type: string; message?: string; Message?: string };
  }
  export type Callback<T = unknown> = (error?: unknown, value?: T) => void;
  export interface RangeOptions {
    gt?: string;
    gte?: string;
    lt?: string;
    lte?: string;
    reverse?: boolean;
    limit?: number;
  }
  /** What an action asks of a set of rows. */
  export interface Rows {
    lock(key: string, run: (release: (done: Callback) => Callback) => void): void;
    get(key: string, done: Callback<Item>): void;
    put(key: string, item: Item, done: Callback): void;
    del(key: string, done: Callback): void;
    createValueStream(range: RangeOptions): NodeJS.EventEmitter;
  }
  /** What an action asks of the store. */
  export interface Store {
    options: { maxItemSize: number };
    getTable(name: string, done: Callback<TableDescription>): void;
    getItemDb(table: string): Rows;
    getIndexDb(type: string, table: string, index: string): Rows;
  }
  export interface Condition {
    _condition?: unknown;
    Expected?: unknown;
  }
  export interface Operation {
    type: "put" | "del";
    key: string;
    value?: unknown;
  }
  export interface RowIterator<T> {
    nextv(size: number): Promise<T[]>;
    close(): Promise<void>;
  }
  export interface Level {
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string): Promise<unknown>;
    batch(operations: Operation[]): Promise<void>;
    clear(range: RangeOptions): Promise<void>;
    keys(range: RangeOptions): RowIterator<string>;
    values(range: RangeOptions): RowIterator<unknown>;
    iterator(range: RangeOptions): RowIterator<[string, unknown]>;
  }

  const db: {
    create(options: { path: string }): { db: Level };
    createKey(item: Item, table: TableDescription, keySchema?: KeySchemaElement[]): string;
    createIndexKey(item: Item, table: TableDescription, keySchema: KeySchemaElement[]): string;
    validateKey(key: Item, table: TableDescription): DynaliteError | undefined;
    validateItem(item: Item, table: TableDescription): DynaliteError | undefined;
    checkConditional(data: Condition, item: Item | undefined): DynaliteError | null | undefined;
    itemSize(item: Item): number;
    capacityUnits(item: Item | undefined, isRead: boolean, isConsistent: boolean): number;
  };
  export default db;
}

declare module "dynalite/validations/index.js" {
  const validations: {
    checkTypes(data: unknown, types: object): Record<string, unknown>;
    checkValidations(data: unknown, types: object, custom: unknown, store: unknown): void;
  };
  export default validations;
}

declare module "dynalite/validations/*.js" {
  /** One member of a request: its type's name, or its type with constraints and children. */
  export type Member = string | { type?: string; children?: Member | Members; [constraint: string]: unknown };
  export type Members = Record<string, Member>;
  const validation: {
    types: Members;
    custom?: (
      data: Record<string, unknown>,
      store: { options: { maxItemSize: number } },
    ) => string | undefined;
  };
  export default validation;
}

declare module "dynalite/actions/*.js" {
  import type { Callback, Store } from "dynalite/db/index.js";

  const action: (store: Store, data: unknown, done: Callback) => void;
  export default action;
}
