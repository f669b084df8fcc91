import { EVENTS_FILE, type PackFiles } from "#core/evidence/files.ts";
import type { EvidenceKind } from "#core/evidence/kind.ts";
import { conversations } from "#core/factory/conversation/conversation.ts";
import { requireBuild, requireDraft } from "#core/factory/evidence/check-build.ts";
import {
  requireDeployment,
  requireLiveCheck,
  requireOutcome,
  requirePullRequest,
} from "#core/factory/evidence/check-claims.ts";
import { requireConfirmation } from "#core/factory/evidence/check-confirmation.ts";
import { requireGenerated } from "#core/factory/evidence/check-generated.ts";
import { requirePolicy } from "#core/factory/evidence/check-policy.ts";
import { requireRecords } from "#core/factory/evidence/check-records.ts";
import { CONSULTATION_FILE } from "#core/factory/evidence/files.ts";
import {
  MISSION_PREDICATE_TYPE,
  type MissionStatement,
  missionStatementSchema,
} from "#core/factory/evidence/mission-statement.ts";
import { replayMission } from "#core/factory/evidence/replay-mission.ts";
import { missions } from "#core/factory/mission/missions.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** The evidence of a mission: its log, the log of its consultation, and the records that they name. */
export const MISSION_EVIDENCE: EvidenceKind = {
  predicateType: MISSION_PREDICATE_TYPE,
  read(body) {
    const { data: statement } = missionStatementSchema.safeParse(body);
    if (!statement) return undefined;
    const { mission_id, events, consultation } = statement.predicate;
    return {
      statement,
      execution: mission_id,
      logs: [
        { file: EVENTS_FILE, chain: events, withholdable: missions.withholdable },
        { file: CONSULTATION_FILE, chain: consultation, withholdable: conversations.withholdable },
      ],
      check: (logs, files) =>
        check(statement, logs.get(EVENTS_FILE) ?? [], logs.get(CONSULTATION_FILE) ?? [], files),
    };
  },
};

/** The seal's statement must follow from the logs and records. */
function check(
  statement: MissionStatement,
  events: readonly AnySignal[],
  consultation: readonly AnySignal[],
  files: PackFiles,
): void {
  const { predicate } = statement;
  const mission = replayMission(events, predicate.tenant, predicate.mission_id);
  requireConfirmation(predicate, mission, events, consultation, files);
  requirePolicy(mission, events, consultation);
  requireOutcome(predicate, mission, events);
  const result = requireBuild(predicate, mission, files);
  requireDeployment(predicate, mission, events);
  requireLiveCheck(predicate, mission, events);
  requirePullRequest(predicate, mission);
  requireRecords(statement, mission, files);
  requireGenerated(mission, events, files);
  requireDraft(predicate, result, mission, files);
}
