import describeTimeToLive from "dynalite/validations/describeTimeToLive.js";
import { ServiceError } from "#local/http.ts";
import type { Database } from "./database.ts";
import { tableOf } from "./table-operations.ts";
import { type Rules, validated } from "./validate.ts";

type Input = Record<string, unknown>;

const { types } = describeTimeToLive;
const updateRules: Rules = {
  types: {
    ...types,
    PointInTimeRecoverySpecification: {
      type: "FieldStruct<PointInTimeRecoverySpecification>",
      notNull: true,
      children: { PointInTimeRecoveryEnabled: { type: "Boolean", notNull: true } },
    },
  },
};

/** There is nothing to restore from, and this says so. */
const description = {
  ContinuousBackupsDescription: {
    ContinuousBackupsStatus: "DISABLED",
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
  },
};

export function describeContinuousBackups(database: Database, input: Input): unknown {
  tableOf(database, validated(input, { types }));
  return description;
}

/** Refuses to promise point-in-time recovery. */
export function updateContinuousBackups(database: Database, input: Input): unknown {
  const data = validated(input, updateRules);
  tableOf(database, data);
  const wanted = data.PointInTimeRecoverySpecification as { PointInTimeRecoveryEnabled: boolean };
  if (wanted.PointInTimeRecoveryEnabled)
    throw new ServiceError(
      "ContinuousBackupsUnavailableException",
      "Point-in-time recovery is not available here: copy the data directory instead",
    );
  return description;
}
