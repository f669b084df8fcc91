import { auditPlan } from "#core/factory/build/audit.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { evaluate, requireAllowed } from "#core/factory/policy/evaluate.ts";
import type { Finding } from "#core/factory/policy/patterns.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { openMission, policyOf, record, type StepInput } from "#core/factory/steps/context.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** Checks the draft with the mission's policy and records the verdict. Throws PolicyDenied when there are findings. */
export async function checkDraft(
  services: WithLedger & WithArtifacts & WithPolicies,
  input: StepInput,
): Promise<void> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("CHECKING", mission.attempts);
  const manifest = await loadManifest(services, mission);
  const policy = await policyOf(services, mission);
  const findings = [...evaluate(policy, manifest), ...commandFindings(manifest)];
  await record(opened, [
    missionSignal(
      "gantry.policy.evaluated",
      {
        verdict: findings.length === 0 ? "allow" : "deny",
        reasons: findings.map(({ rule, path }) => (path ? `${rule}: ${path}` : rule)),
        policy_sha256: mission.pins.policy?.sha256 as string,
        manifest_sha256: mission.manifest_sha256 as string,
      },
      { dedupe: `check-${mission.manifest_sha256}` },
    ),
  ]);
  requireAllowed(findings);
}

function commandFindings(manifest: Manifest): Finding[] {
  try {
    auditPlan(
      stackOf(manifest.stack),
      manifest.audit_command,
      manifest.files.map(({ path }) => path),
    );
    return [];
  } catch (error) {
    if (!(error instanceof GantryError)) throw error;
    return [{ rule: "audit-command", path: null, reason: error.message }];
  }
}
