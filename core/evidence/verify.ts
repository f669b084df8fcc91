import { requireBuild, requireDraft } from "#core/evidence/check-build.ts";
import {
  requireDecision,
  requireDeployment,
  requireOutcome,
  requirePullRequest,
} from "#core/evidence/check-claims.ts";
import { requireRecords } from "#core/evidence/check-records.ts";
import { CONSULTATION_FILE, EVENTS_FILE, KEY_FILE, SEAL_FILE } from "#core/evidence/pack.ts";
import { readChain } from "#core/evidence/read-chain.ts";
import { type PackFiles, readFiles, requireSealedFiles } from "#core/evidence/read-files.ts";
import { readSeal, type Trust } from "#core/evidence/read-seal.ts";
import { replay } from "#core/evidence/replay.ts";
import type { Statement } from "#core/evidence/statement.ts";
import { Refusal, type Verdict, verdictOf } from "#core/evidence/verdict.ts";

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
    requireClaims(statement, files);
    const ignored = unsealed(statement, files);
    if (input.pinned_key) return { verdict: "VALID", reasons: [], statement, ignored };
    const detail =
      "Everything fits together, but no trusted key was given, so the pack only vouches for itself.";
    return { verdict: "INCONCLUSIVE", reasons: [{ code: "KEY_NOT_PINNED", detail }], statement, ignored };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    return { verdict: verdictOf(code), reasons: [{ code, detail: message }], statement, ignored: [] };
  }
}

function requireMission({ predicate }: Statement, mission: string): void {
  if (predicate.mission_id !== mission)
    throw new Refusal("OTHER_MISSION", `The seal is of mission ${predicate.mission_id}, not ${mission}.`);
}

/** What the seal says must follow from what the logs say. */
function requireClaims(statement: Statement, files: PackFiles): void {
  const { predicate } = statement;
  const log = (name: string) => files.get(name) as Uint8Array;
  const events = readChain(EVENTS_FILE, log(EVENTS_FILE), predicate.events);
  const consultation = readChain(CONSULTATION_FILE, log(CONSULTATION_FILE), predicate.consultation);
  const mission = replay(events, predicate.tenant, predicate.mission_id);
  requireDecision(predicate, mission, events, consultation);
  requireOutcome(predicate, mission);
  const result = requireBuild(predicate, mission, files);
  requireDeployment(predicate, mission, events);
  requirePullRequest(predicate, mission);
  requireRecords(statement, mission, files);
  requireDraft(predicate, result, mission, files);
}

function unsealed({ subject }: Statement, files: PackFiles): string[] {
  const sealed = new Set([...subject.map(({ name }) => name), SEAL_FILE, KEY_FILE]);
  return [...files.keys()].filter((name) => !sealed.has(name));
}
