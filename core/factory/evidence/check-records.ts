import type { PackFiles } from "#core/evidence/files.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { policyDigest } from "#core/factory/evidence/check-policy.ts";
import {
  LOG_FILE,
  MANIFEST_FILE,
  PLAN_FILE,
  POLICY_FILE,
  REPORT_FILE,
} from "#core/factory/evidence/files.ts";
import type { MissionStatement } from "#core/factory/evidence/mission-statement.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** Every sealed record must have the digest that the log names, and none may be missing. */
export function requireRecords({ subject }: MissionStatement, mission: Mission, files: PackFiles): void {
  const sealed = new Set(subject.map(({ name }) => name));
  for (const [name, digest] of Object.entries(digestsOf(mission))) {
    const bytes = sealed.has(name) ? files.get(name) : undefined;
    // A build log can be too large for the pack.
    if (!bytes && (digest === null || name === LOG_FILE)) continue;
    if (!bytes) throw new Refusal("RECORD_WRONG", `The seal does not cover ${name}, which the log names.`);
    if (sha256Hex(bytes) !== digest)
      throw new Refusal("RECORD_WRONG", `${name} is not the record that the log names.`);
  }
}

function digestsOf(mission: Mission) {
  const { plan_hash, manifest_sha256, acceptance, build } = mission;
  return {
    [PLAN_FILE]: plan_hash,
    [POLICY_FILE]: policyDigest(mission),
    [MANIFEST_FILE]: manifest_sha256,
    [REPORT_FILE]: acceptance?.report_sha256 ?? null,
    [LOG_FILE]: build?.log_sha256 ?? null,
  };
}
