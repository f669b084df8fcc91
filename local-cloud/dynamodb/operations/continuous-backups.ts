import { z } from "zod";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type Input, tableName, validated } from "./input.ts";
import { tableNamed } from "./tables.ts";

const describeSchema = z.strictObject({ TableName: tableName });
const updateSchema = describeSchema.extend({
  PointInTimeRecoverySpecification: z.strictObject({ PointInTimeRecoveryEnabled: z.boolean() }),
});

const description = {
  ContinuousBackupsDescription: {
    ContinuousBackupsStatus: "DISABLED",
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
  },
};

export async function describeContinuousBackups(database: Database, input: Input): Promise<unknown> {
  tableNamed(database, validated(describeSchema, input).TableName);
  return description;
}

/** Refuses to enable point-in-time recovery, which is not implemented. */
export async function updateContinuousBackups(database: Database, input: Input): Promise<unknown> {
  const { TableName, PointInTimeRecoverySpecification } = validated(updateSchema, input);
  tableNamed(database, TableName);
  if (PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled)
    throw new ServiceError(
      "ContinuousBackupsUnavailableException",
      "Point-in-time recovery is not supported: copy the data directory instead",
    );
  return description;
}
