/** The capacity that a request consumed of a table. */
export interface Usage {
  readonly table: string;
  /** Set if the units were consumed by an index and not by the table. */
  readonly index?: string | undefined;
  readonly units: number;
}

type Asked = "INDEXES" | "TOTAL" | "NONE" | undefined;

/** Units of a read: 4 KB each, half for an eventually consistent read. */
export function readUnits(bytes: number, consistent: boolean | undefined): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

/** Units of a write: 1 KB each, of the larger of the old and the new item. */
export function writeUnits(...sizes: number[]): number {
  return Math.max(1, Math.ceil(Math.max(...sizes) / 1024));
}

/** Returns the member ConsumedCapacity for one table, if it was requested. */
export function consumed(asked: Asked, usage: Usage): { ConsumedCapacity?: unknown } {
  const [entry] = byTable(asked, [usage]);
  return entry ? { ConsumedCapacity: entry } : {};
}

/** The same for operations on several tables: one entry per table. */
export function consumedByTable(
  asked: Asked,
  usages: readonly Usage[],
  factor = 1,
): { ConsumedCapacity?: unknown } {
  const entries = byTable(asked, usages, factor);
  return entries.length ? { ConsumedCapacity: entries } : {};
}

function byTable(asked: Asked, usages: readonly Usage[], factor = 1): object[] {
  if (asked !== "TOTAL" && asked !== "INDEXES") return [];
  const unitsOf = (some: readonly Usage[]) => some.reduce((sum, { units }) => sum + units * factor, 0);
  return [...new Set(usages.map(({ table }) => table))].map((TableName) => {
    const own = usages.filter(({ table }) => table === TableName);
    const indexes = new Set(own.flatMap(({ index }) => index ?? []));
    return {
      TableName,
      CapacityUnits: unitsOf(own),
      ...(asked === "INDEXES" && {
        Table: { CapacityUnits: unitsOf(own.filter(({ index }) => index === undefined)) },
        ...(indexes.size && {
          GlobalSecondaryIndexes: Object.fromEntries(
            [...indexes].map((name) => [
              name,
              { CapacityUnits: unitsOf(own.filter(({ index }) => index === name)) },
            ]),
          ),
        }),
      }),
    };
  });
}
