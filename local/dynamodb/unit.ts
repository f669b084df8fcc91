import type { Callback, Item, RangeOptions, Rows, Store, TableDescription } from "dynalite/db/index.js";
import { ServiceError } from "#local/http.ts";
import { type Change, isEffective } from "./change.ts";
import type { Database } from "./database.ts";
import { indexKeyProblem } from "./index-entries.ts";
import { below, layout } from "./layout.ts";
import type { Table } from "./table.ts";
import { ValueStream } from "./value-stream.ts";

/** One of dynalite's operations. */
export type Action = (store: Store, data: unknown, done: Callback) => void;

export const MAX_ITEM_SIZE = 400 * 1024;

/**
 * One operation, or all operations of one transaction: dynalite decides over the rows as they are, and what it
 * wants to write is only noted down, so that everything can be committed in one go.
 */
export interface Unit {
  /** What it would write so far, without what changes nothing. */
  readonly changes: readonly Change[];
  /** The item that the last action has found under its key. */
  readonly found: Item | undefined;
  run(action: Action, data: unknown): Promise<unknown>;
  /** Takes the item's lock, which is kept until `release`. */
  lock(table: Table, key: string): Promise<void>;
  release(): void;
}

/** `locked`: the caller takes the locks (a transaction, in its own order), the actions take none. */
export function openUnit(database: Database, { locked = false } = {}): Unit {
  const changes: Change[] = [];
  const held: (() => void)[] = [];
  let found: Item | undefined;

  const lock = async (table: Table, key: string) => {
    held.push(await database.locks.acquire(layout.items(table.description.TableName) + key));
  };

  const run = (action: Action, data: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      /** What an action throws in a callback must reach the caller, not the process. */
      const calling = <T>(result: Promise<T>, done: Callback<T>) =>
        void result.then((value) => done(null, value), done).catch(reject);
      const rows = (table: Table): Rows => {
        const name = table.description.TableName;
        const note = (key: string, after: Item | undefined, done: Callback) => {
          const problem = after && indexKeyProblem(table, after);
          if (problem) return done(new ServiceError("ValidationException", problem));
          const change = { table, key, before: found, after };
          if (isEffective(change)) changes.push(change);
          done(null);
        };
        return {
          lock: (key, exec) => {
            const turn = locked ? Promise.resolve() : lock(table, key);
            turn.then(() => exec((done) => done)).catch(reject);
          },
          get: (key, done) =>
            calling(
              database.get(layout.items(name) + key).then((item) => {
                found = item;
                return item;
              }) as Promise<Item>,
              done,
            ),
          put: (key, item, done) => note(key, item, done),
          del: (key, done) => note(key, undefined, done),
          createValueStream: (range) => new ValueStream(database, inside(layout.items(name), range)),
        };
      };
      const store: Store = {
        options: { maxItemSize: MAX_ITEM_SIZE },
        getTable: (name, done) => calling(describe(database, name), done),
        getItemDb: (name) => rows(tableNamed(database, name)),
        getIndexDb: (_type, name, index) => derivedRows(database, layout.index(name, index)),
      };
      found = undefined;
      action(store, data, (error, value) => (error ? reject(error) : resolve(value)));
    });

  return {
    changes,
    get found() {
      return found;
    },
    run,
    lock,
    release: () => {
      for (const giveBack of held.splice(0)) giveBack();
    },
  };
}

/** The table; refuses with ResourceNotFoundException. */
export function tableNamed(database: Database, name: string): Table {
  const table = database.tables.get(name);
  if (table?.description.TableStatus !== "ACTIVE")
    throw new ServiceError(
      "ResourceNotFoundException",
      `Requested resource not found: Table: ${name} not found`,
    );
  return table;
}

async function describe(database: Database, name: string): Promise<TableDescription> {
  return tableNamed(database, name).description;
}

/** Index entries are derived when a change is committed; only reading them is left to dynalite. */
function derivedRows(database: Database, prefix: string): Rows {
  const never = () => {
    throw new Error("index entries are neither locked nor read one by one");
  };
  return {
    lock: never,
    get: never,
    put: (_key, _item, done) => done(null),
    del: (_key, done) => done(null),
    createValueStream: (range) => new ValueStream(database, inside(prefix, range)),
  };
}

function inside(
  prefix: string,
  { gt, gte, lt, lte, reverse = false, limit = -1 }: RangeOptions,
): RangeOptions {
  const whole = below(prefix);
  const start =
    gt !== undefined ? { gt: prefix + gt } : { gte: gte === undefined ? whole.gte : prefix + gte };
  const end = lte !== undefined ? { lte: prefix + lte } : { lt: lt === undefined ? whole.lt : prefix + lt };
  return { ...start, ...end, reverse, limit };
}
