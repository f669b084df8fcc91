import type { Key } from "#core/kernel/keys.ts";
import {
  type Condition,
  type Item,
  keyOf,
  type Page,
  type Store,
  TransactionRefused,
  type Write,
} from "#core/kernel/ledger/store.ts";
import type { Pause } from "#test/support/memory-pause.ts";

export interface MemoryStore extends Store {
  /** Everything in the table, by partition and sort key. */
  items(): Item[];
}

/** DynamoDB's limit on one transaction. */
const MAX_WRITES = 100;

/**
 * The table in memory: transactions are all or nothing and refuse as DynamoDB does, also two writes of one item.
 * Items are plain JSON, copied in and out. Each call pauses before and after, where tests may interleave or crash it.
 */
export function memoryStore(pause: Pause): MemoryStore {
  const table = new Map<string, Item>();

  return {
    items: () => [...table.values()].sort(by("pk", "sk")).map(copy),
    get: (key) => pause.around("store.get", () => read(key)),
    query: (page) => pause.around("store.query", () => query(page)),
    transact: (writes) => pause.around("store.transact", () => transact(writes)),
  };

  function read(key: Key): Item | undefined {
    const item = table.get(nameOf(key));
    return item && copy(item);
  }

  function query({ index, pk, prefix = "", after, limit, newestFirst }: Page): Item[] {
    const [hash, range] = index ? [index, `${index}s`] : ["pk", "sk"];
    const found = [...table.values()]
      .filter((item) => item[hash] === pk && String(item[range]).startsWith(prefix))
      .sort(by(range, "sk"));
    if (newestFirst) found.reverse();
    const start = after === undefined ? 0 : found.findIndex((item) => isBehind(String(item[range]), after));
    if (start < 0) return [];
    return found.slice(start, limit === undefined ? undefined : start + limit).map(copy);

    function isBehind(sort: string, mark: string): boolean {
      return newestFirst ? sort < mark : sort > mark;
    }
  }

  function transact(writes: readonly Write[]): void {
    const names = writes.map((write) => nameOf(keyOf(write)));
    if (writes.length > MAX_WRITES) throw new RangeError(`${writes.length} writes in one transaction`);
    if (new Set(names).size < names.length) throw new RangeError("a transaction writes one item twice");
    const failed = writes.flatMap((write, index) => {
      const existing = read(keyOf(write));
      return write.when && !holds(write.when, existing) ? [{ index, existing }] : [];
    });
    if (failed.length > 0) throw new TransactionRefused(failed);
    for (const write of writes) {
      if ("put" in write) table.set(nameOf(write.put), copy(write.put));
      else table.delete(nameOf(write.delete));
    }
  }
}

function holds(condition: Condition, existing: Item | undefined): boolean {
  if ("absent" in condition) return existing === undefined;
  return Object.entries(condition.equals).every(([name, value]) => existing?.[name] === value);
}

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
const copy = (item: Item): Item => JSON.parse(JSON.stringify(item));

function by(...names: string[]) {
  return (a: Item, b: Item) => {
    for (const name of names) {
      if (String(a[name]) < String(b[name])) return -1;
      if (String(a[name]) > String(b[name])) return 1;
    }
    return 0;
  };
}
