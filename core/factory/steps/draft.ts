import { imageSize } from "image-size";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { architect } from "#core/factory/prompts/architect.ts";
import {
  callFact,
  type OpenMission,
  openMission,
  record,
  type StepInput,
} from "#core/factory/steps/context.ts";
import { getArtifact, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { toBase64 } from "#core/kernel/base64.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { ask } from "#core/model/ask.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import { timeLimitMs } from "#core/model/pace.ts";

/** Drafts the app. Idempotent: a step that is repeated after a crash returns the stored draft. Throws ModelRefused. */
export async function draftApp(
  services: WithLedger & WithArtifacts & WithConverser & WithClock & WithModels,
  input: StepInput,
): Promise<{ manifest_sha256: string }> {
  const opened = await openMission(services, input);
  if (opened.state.manifest_sha256) return { manifest_sha256: opened.state.manifest_sha256 };
  opened.enter("ARCHITECTING");
  await startRunning(opened);
  const mission = opened.state;
  const design = await loadDesign(services, mission);
  const { answer, call } = await ask(
    services,
    architect,
    { plan: mission.plan, design_image: design && { path: design.path, media_type: design.media_type } },
    {
      model: services.models.architect,
      timeout_ms: timeLimitMs("architect", architect),
      ...(design ? { image: design } : {}),
      faults: (manifest) => draftFaults({ plan: mission.plan, manifest, before: null }),
      onUnusable: (call) => record(opened, [callFact(call)]),
    },
  );
  const manifest = conform(answer, mission, design);
  const sha256 = await putArtifact(services.artifacts, input.tenant, canonicalJson(manifest));
  const drafted = missionSignal(
    "gantry.mission.drafted",
    { manifest_sha256: sha256, files: manifest.files.length, attempt: 1, by: services.models.architect },
    { actor: { kind: "agent", id: "architect" } },
  );
  // If two runs drafted, the first draft is kept; both model calls are recorded.
  const { state } = await opened.append((current) => ({
    drafts: current?.manifest_sha256 ? [callFact(call)] : [callFact(call), drafted],
  }));
  return { manifest_sha256: state.manifest_sha256 as string };
}

/** Records the transition to RUNNING, with the phase. */
async function startRunning(mission: OpenMission): Promise<void> {
  await mission.append((current) => ({
    drafts:
      current?.state === "CREATED"
        ? [missionSignal("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null })]
        : [],
  }));
}

interface Design {
  readonly path: string;
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** The design image with its path in the app. */
async function loadDesign({ artifacts }: WithArtifacts, { tenant, plan }: Mission): Promise<Design | null> {
  if (!plan.design_image) return null;
  const bytes = await getArtifact(artifacts, tenant, plan.design_image);
  const type = imageSize(bytes).type === "jpg" ? "jpeg" : (imageSize(bytes).type as string);
  return { path: `public/assets/design.${type}`, media_type: `image/${type}`, bytes };
}

/** The draft with the plan's project name and the design image. Throws ModelRefused for a different stack. */
function conform(manifest: Manifest, { plan }: Mission, design: Design | null): Manifest {
  const files = manifest.files.filter(({ path }) => path !== design?.path);
  const image = design
    ? [{ path: design.path, content: toBase64(design.bytes), encoding: "base64" as const }]
    : [];
  if (manifest.stack !== plan.stack) {
    throw new GantryError(
      "ModelRefused",
      `The architect drafted an app for the stack '${manifest.stack}'; the plan requires '${plan.stack}'.`,
    );
  }
  return { ...manifest, project_name: plan.project_name, files: [...files, ...image] };
}
