import { failureSchema } from "#core/factory/mission/failure.ts";
import { failure, id } from "#core/web/replies/parts.ts";

export const missionFailure = failureSchema
  .extend({ mission_id: id, error: failure.nullable() })
  .meta({ id: "MissionFailure", description: "Why a mission, or its latest attempt, failed." });
