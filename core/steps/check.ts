import { putArtifact } from "#core/artifacts.ts";
import { auditPlan } from "#core/build/audit.ts";
import { canonicalJson } from "#core/canonical.ts";
import { GantryError } from "#core/errors.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import type { Factory } from "#core/factory.ts";
import type { Manifest } from "#core/manifest/manifest.ts";
import { say } from "#core/mission/missions.ts";
import { evaluate, requireAllowed } from "#core/policy/evaluate.ts";
import type { Finding } from "#core/policy/patterns.ts";
import { loadManifest, openMission, record, type StepInput } from "#core/steps/context.ts";

/** The policy gate over the draft: keeps the policy and records the verdict, then throws PolicyDenied when there are findings. */
export async function checkDraft(
  factory: Pick<Factory, "ledger" | "artifacts" | "policy">,
  input: StepInput,
): Promise<void> {
  const opened = await openMission(factory, input);
  const mission = opened.state;
  opened.enter("CHECKING", mission.attempts);
  const manifest = await loadManifest(factory, mission);
  const policy_sha256 = await putArtifact(factory.artifacts, input.tenant, canonicalJson(factory.policy));
  const findings = [...evaluate(factory.policy, manifest), ...commandFindings(manifest)];
  await record(opened, [
    say(
      "gantry.policy.evaluated",
      {
        verdict: findings.length === 0 ? "allow" : "deny",
        reasons: findings.map(({ rule, path }) => (path ? `${rule}: ${path}` : rule)),
        policy_sha256,
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
