import { policyDigest } from "#core/factory/evidence/check-policy.ts";
import {
  LOG_FILE,
  MANIFEST_FILE,
  PLAN_FILE,
  POLICY_FILE,
  REPORT_FILE,
  RESULT_FILE,
} from "#core/factory/evidence/files.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { buildLogPath, getArtifact, type Objects } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** A longer log is not packed; its digest is in the sealed build record. */
const MAX_LOG_BYTES = 8 * 2 ** 20;

/**
 * The records that the mission's log names by digest, by file name: plan, policy, draft, build record and log,
 * acceptance report. Records that the mission did not produce are omitted.
 */
export async function recordsOf(objects: Objects, mission: Mission): Promise<Record<string, Uint8Array>> {
  const named = {
    [POLICY_FILE]: policyDigest(mission),
    [MANIFEST_FILE]: mission.manifest_sha256,
    [RESULT_FILE]: mission.build?.result_sha256,
    [REPORT_FILE]: mission.acceptance?.report_sha256,
  };
  const records: Record<string, Uint8Array> = {
    [PLAN_FILE]: new TextEncoder().encode(canonicalJson(mission.plan)),
  };
  for (const [name, digest] of Object.entries(named))
    if (digest) records[name] = await getArtifact(objects, mission.tenant, digest);
  const log = await logOf(objects, mission);
  return log ? { ...records, [LOG_FILE]: log } : records;
}

/** The log of the last build, if it exists, has the recorded digest and is not too large. */
async function logOf(objects: Objects, { tenant, id, build }: Mission): Promise<Uint8Array | undefined> {
  if (!build?.log_sha256) return undefined;
  const path = buildLogPath(tenant, id, build.attempt, build.retry);
  const found = await objects.exists(path);
  if (!found || found.size > MAX_LOG_BYTES) return undefined;
  const log = await objects.get(path, MAX_LOG_BYTES);
  return log && sha256Hex(log) === build.log_sha256 ? log : undefined;
}
