import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { renewExpiries } from "#local-cloud/dynamodb/store/expiry.ts";
import type { Table } from "#local-cloud/dynamodb/store/table.ts";
import { type Input, invalid, tableName, validated } from "./input.ts";
import { tableNamed } from "./tables.ts";

const describeSchema = z.strictObject({ TableName: tableName });
const updateSchema = z.strictObject({
  TableName: tableName,
  TimeToLiveSpecification: z.strictObject({
    AttributeName: z.string().min(1).max(255),
    Enabled: z.boolean(),
  }),
});

export async function describeTimeToLive(database: Database, input: Input): Promise<unknown> {
  const { timeToLive } = tableNamed(database, validated(describeSchema, input).TableName);
  return {
    TimeToLiveDescription:
      timeToLive === undefined
        ? { TimeToLiveStatus: "DISABLED" }
        : { TimeToLiveStatus: "ENABLED", AttributeName: timeToLive },
  };
}

/** UpdateTimeToLive. Existing items expire as well. */
export async function updateTimeToLive(database: Database, input: Input): Promise<unknown> {
  const { TableName, TimeToLiveSpecification: wanted } = validated(updateSchema, input);
  const table = tableNamed(database, TableName);
  const problem = sameProblem(table.timeToLive, wanted);
  if (problem) throw invalid(problem);
  await database.write(() => setTimeToLive(database, table, wanted));
  return { TimeToLiveSpecification: wanted };
}

function setTimeToLive(
  database: Database,
  { id, description, stream }: Table,
  wanted: { AttributeName: string; Enabled: boolean },
): void {
  const definition = {
    description,
    ...(stream && { stream }),
    ...(wanted.Enabled && { timeToLive: wanted.AttributeName }),
  };
  database.saveTable(definition);
  renewExpiries(database, id, definition);
}

function sameProblem(current: string | undefined, wanted: { AttributeName: string; Enabled: boolean }) {
  if (current === undefined) return wanted.Enabled ? undefined : "TimeToLive is already disabled";
  if (current !== wanted.AttributeName)
    return `TimeToLive is active on a different AttributeName: current AttributeName is ${current}`;
  return wanted.Enabled ? "TimeToLive is already enabled" : undefined;
}
