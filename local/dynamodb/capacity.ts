/** What dynalite adds to an answer when ReturnConsumedCapacity asks for it. */
export interface Consumed {
  readonly ConsumedCapacity?: { readonly TableName: string; readonly CapacityUnits: number };
}

/** The capacity of several answers, one entry per table; nothing when it was not asked for. */
export function consumedByTable(
  answers: readonly Consumed[],
  asked: unknown,
  factor = 1,
): { ConsumedCapacity?: unknown } {
  if (asked !== "TOTAL" && asked !== "INDEXES") return {};
  const units = new Map<string, number>();
  for (const { ConsumedCapacity: used } of answers)
    if (used) units.set(used.TableName, (units.get(used.TableName) ?? 0) + used.CapacityUnits * factor);
  return {
    ConsumedCapacity: [...units].map(([TableName, CapacityUnits]) => ({
      TableName,
      CapacityUnits,
      ...(asked === "INDEXES" && { Table: { CapacityUnits } }),
    })),
  };
}
