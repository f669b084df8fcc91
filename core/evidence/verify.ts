import { requireBuild, requireDraft } from "#core/evidence/check-build.ts";
import { requireDeployment, requireOutcome, requirePullRequest } from "#core/evidence/check-claims.ts";
import { requireConfirmation, requireGates } from "#core/evidence/check-decisions.ts";
import { requirePolicy } from "#core/evidence/check-policy.ts";
import { requireRecords } from "#core/evidence/check-records.ts";
import { countWithheld, disclose, readDisclosures } from "#core/evidence/disclosures.ts";
import {
  CONSULTATION_FILE,
  DISCLOSURES_FILE,
  EVENTS_FILE,
  KEY_FILE,
  SEAL_FILE,
} from "#core/evidence/files.ts";
import { readChain } from "#core/evidence/read-chain.ts";
import { type PackFiles, readFiles, requireSealedFiles } from "#core/evidence/read-files.ts";
import { readSeal, type Trust } from "#core/evidence/read-seal.ts";
import { replay } from "#core/evidence/replay.ts";
import type { Statement } from "#core/evidence/statement.ts";
import { Refusal, type Verdict, verdictOf } from "#core/evidence/verdict.ts";
import { conversations } from "#core/factory/conversation/conversation.ts";
import { missions } from "#core/factory/mission/missions.ts";

export interface VerifyInput extends Trust {
  readonly zip: Uint8Array;
  /** The mission the pack is said to be of. */
  readonly mission: string;
}

/** Answers whether a pack is what the factory sealed for this mission. Needs nothing but its input. */
export function verifyPack(input: VerifyInput): Verdict {
  let statement: Statement | null = null;
  try {
    const files = readFiles(input.zip);
    statement = readSeal(files, input);
    requireMission(statement, input.mission);
    requireSealedFiles(statement, files);
    const { withheld } = requireClaims(statement, files);
    const ignored = unsealed(statement, files);
    if (input.pinned_key) return { verdict: "VALID", reasons: [], statement, ignored, withheld };
    const detail =
      "Everything fits together, but no trusted key was given, so the pack only vouches for itself.";
    const reasons = [{ code: "KEY_NOT_PINNED", detail }] as const;
    return { verdict: "INCONCLUSIVE", reasons, statement, ignored, withheld };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    const reasons = [{ code, detail: message }];
    return { verdict: verdictOf(code), reasons, statement, ignored: [], withheld: 0 };
  }
}

function requireMission({ predicate }: Statement, mission: string): void {
  if (predicate.mission_id !== mission)
    throw new Refusal("OTHER_MISSION", `The seal is of mission ${predicate.mission_id}, not ${mission}.`);
}

/** What the seal says must follow from what the logs say. Returns how many of their signals are without their data. */
function requireClaims(statement: Statement, files: PackFiles): { withheld: number } {
  const { predicate } = statement;
  const disclosures = readDisclosures(files);
  const log = (
    name: string,
    sealed: typeof predicate.events,
    { withholdable }: typeof missions | typeof conversations,
  ) =>
    disclose(
      name,
      readChain(name, files.get(name) as Uint8Array, sealed, predicate.signal_format),
      disclosures,
      withholdable,
    );
  const events = log(EVENTS_FILE, predicate.events, missions);
  const consultation = log(CONSULTATION_FILE, predicate.consultation, conversations);
  if (disclosures.size > 0)
    throw new Refusal("RECORD_WRONG", `${DISCLOSURES_FILE} has data of signals that are not in the logs.`);
  requireGates(EVENTS_FILE, events);
  requireGates(CONSULTATION_FILE, consultation);
  const mission = replay(events, predicate.tenant, predicate.mission_id);
  requireConfirmation(predicate, mission, events, consultation);
  requirePolicy(mission, events);
  requireOutcome(predicate, mission, events);
  const result = requireBuild(predicate, mission, files);
  requireDeployment(predicate, mission, events);
  requirePullRequest(predicate, mission);
  requireRecords(statement, mission, files);
  requireDraft(predicate, result, mission, files);
  return { withheld: countWithheld([...events, ...consultation]) };
}

function unsealed({ subject }: Statement, files: PackFiles): string[] {
  const sealed = new Set([...subject.map(({ name }) => name), SEAL_FILE, KEY_FILE, DISCLOSURES_FILE]);
  return [...files.keys()].filter((name) => !sealed.has(name));
}
