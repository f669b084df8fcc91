import { z } from "zod";
import {
  predicateShape,
  type Statement,
  sealedChainSchema,
  statementSchema,
} from "#core/evidence/statement.ts";
import { FINAL_PHASES } from "#core/factory/mission/phase.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";

export const MISSION_PREDICATE_TYPE = "https://gantry.dev/mission-evidence/v1";

const missionPredicateSchema = z.strictObject({
  ...predicateShape,
  mission_id: idSchema,
  phase: z.enum(FINAL_PHASES),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  plan_hash: sha256Schema,
  consultation: sealedChainSchema,
  source: z.strictObject({ sha256: sha256Schema, git_tree: z.string() }).nullable(),
  output_sha256: sha256Schema.nullable(),
});
export type MissionPredicate = z.infer<typeof missionPredicateSchema>;
export type MissionStatement = Statement<MissionPredicate>;

export const missionStatementSchema = statementSchema(MISSION_PREDICATE_TYPE, missionPredicateSchema);
