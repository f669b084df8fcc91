import type { WithSkills } from "#core/directives/skill.ts";
import { forModel } from "#core/factory/design-image/for-model.ts";
import { isLibraryPath } from "#core/factory/generate/library-path.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { critic } from "#core/factory/prompts/critic.ts";
import { callSkills } from "#core/factory/steps/call-skills.ts";
import {
  callFact,
  openMission,
  payerOf,
  record,
  recordPhase,
  type StepInput,
} from "#core/factory/steps/context.ts";
import { type Design, loadDesign } from "#core/factory/steps/design.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { ask } from "#core/model/ask.ts";
import type { CallServices } from "#core/model/call.ts";
import { capabilitiesOf } from "#core/model/capabilities.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/**
 * Reviews an audited app with the critic, which can reject it. The critic cannot accept an app that failed its audit.
 */
export async function reviewApp(
  services: WithLedger & WithArtifacts & CallServices & WithModels & WithPolicies & WithSkills,
  input: StepInput & { attempt: number },
): Promise<{ verdict: "accept" | "reject"; reason: string }> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  opened.enter("REVIEWING", input.attempt);
  await recordPhase(opened);
  const manifest = await loadManifest(services, mission);
  const files = filesToReview(mission, manifest);
  const image = await designFor(services, mission);
  const { findings, calls } = await callSkills(services, opened, critic.agent, { files });
  const { answer, call } = await ask(
    services,
    critic,
    {
      plan: mission.plan,
      files,
      acceptance: manifest.acceptance,
      ...(mission.left_out === undefined ? {} : { left_out: mission.left_out }),
      findings,
    },
    {
      model: services.models.critic,
      payer: await payerOf(services, mission),
      timeout_ms: timeLimitMs("critic", critic.agent),
      onUnusable: (call) => record(opened, [callFact(call)]),
      ...(image ? { image } : {}),
    },
  );
  const { verdict, notes } = answer;
  await record(opened, [
    ...calls,
    callFact(call),
    missionSignal(
      "gantry.review.finished",
      { attempt: input.attempt, verdict, notes },
      { actor: { kind: "agent", id: "critic" } },
    ),
  ]);
  return { verdict, reason: notes.join(" ") };
}

/** The design image of the plan, for a critic that reads images. */
async function designFor(services: WithArtifacts & WithModels, mission: Mission): Promise<Design | null> {
  return capabilitiesOf(services.models.critic).images ? forModel(await loadDesign(services, mission)) : null;
}

/** The text files; of a generated app those that are its own, because its library is the same in every app. */
function filesToReview({ plan }: Mission, { files }: Manifest): SourceFile[] {
  const texts = files.filter(({ encoding }) => encoding !== "base64");
  return plan.specification ? texts.filter(({ path }) => !isLibraryPath(path)) : texts;
}
