import type { Item, Operation } from "dynalite/db/index.js";
import describeTimeToLive from "dynalite/validations/describeTimeToLive.js";
import { ServiceError } from "#local/http.ts";
import type { Database } from "./database.ts";
import { expiryOf } from "./expiry.ts";
import { below, layout } from "./layout.ts";
import type { Table } from "./table.ts";
import { tableOf } from "./table-operations.ts";
import { tableNamed } from "./unit.ts";
import { type Rules, validated } from "./validate.ts";

type Input = Record<string, unknown>;

const updateRules: Rules = {
  types: {
    ...describeTimeToLive.types,
    TimeToLiveSpecification: {
      type: "FieldStruct<TimeToLiveSpecification>",
      notNull: true,
      children: {
        AttributeName: {
          type: "String",
          notNull: true,
          lengthGreaterThanOrEqual: 1,
          lengthLessThanOrEqual: 255,
        },
        Enabled: { type: "Boolean", notNull: true },
      },
    },
  },
};

export function describeTimeToLiveOperation(database: Database, input: Input): unknown {
  const { timeToLive } = tableOf(database, validated(input, describeTimeToLive));
  return {
    TimeToLiveDescription: timeToLive
      ? { TimeToLiveStatus: timeToLive.status, AttributeName: timeToLive.attribute }
      : { TimeToLiveStatus: "DISABLED" },
  };
}

export async function updateTimeToLiveOperation(database: Database, input: Input): Promise<unknown> {
  const data = validated(input, updateRules);
  const table = tableNamed(database, data.TableName as string);
  const wanted = data.TimeToLiveSpecification as { AttributeName: string; Enabled: boolean };
  refuseSame(table, wanted);
  if (wanted.Enabled) await enable(database, table, wanted.AttributeName);
  else await disable(database, table);
  return { TimeToLiveSpecification: wanted };
}

/** Enters the items that are already there into the expiry index, if that is not done. Safe to repeat after a crash. */
export async function finishEnabling(database: Database, name: string): Promise<void> {
  const table = tableNamed(database, name);
  if (table.timeToLive?.status !== "ENABLING") return;
  const prefix = layout.items(name);
  const rows = database.entries(below(prefix));
  try {
    for (let chunk = await rows.nextv(256); chunk.length; chunk = await rows.nextv(256)) {
      const keyed = chunk as [string, Item][];
      await database.commit(
        [],
        keyed.flatMap(([key, item]) => entry(table, key.slice(prefix.length), item, database.now())),
      );
    }
  } finally {
    await rows.close();
  }
  const timeToLive = { ...table.timeToLive, status: "ENABLED" } as const;
  await database.saveTable({ ...tableNamed(database, name), timeToLive });
}

function refuseSame({ timeToLive }: Table, wanted: { AttributeName: string; Enabled: boolean }): void {
  const problem = sameProblem(timeToLive?.attribute, wanted);
  if (problem) throw new ServiceError("ValidationException", problem);
}

function sameProblem(current: string | undefined, wanted: { AttributeName: string; Enabled: boolean }) {
  if (current === undefined) return wanted.Enabled ? undefined : "TimeToLive is already disabled";
  if (current !== wanted.AttributeName)
    return `TimeToLive is active on a different AttributeName: current AttributeName is ${current}`;
  return wanted.Enabled ? "TimeToLive is already enabled" : undefined;
}

async function enable(database: Database, table: Table, attribute: string): Promise<void> {
  await database.saveTable({ ...table, timeToLive: { attribute, status: "ENABLING" } });
  await finishEnabling(database, table.description.TableName);
}

async function disable(database: Database, { timeToLive: _, ...table }: Table): Promise<void> {
  await database.saveTable(table);
  await database.clear(below(layout.expiries(table.description.TableName)));
}

function entry(table: Table, key: string, item: Item, at: number): Operation[] {
  const due = expiryOf(item, table, at);
  if (due === undefined) return [];
  return [{ type: "put", key: layout.expiry(table.description.TableName, due, key), value: key }];
}
