import { slotsOf } from "#core/factory/architect/slots.ts";
import { pagesToWrite } from "#core/factory/change/kept-pages.ts";
import { mergeRelease } from "#core/factory/change/merge-release.ts";
import { type ChangeStart, startChange } from "#core/factory/change/start-change.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import { type OpenMission, openMission, type StepInput } from "#core/factory/steps/context.ts";
import { type Design, loadDesign, withDesign } from "#core/factory/steps/design.ts";
import { fillSlots } from "#core/factory/steps/fill-slots.ts";
import type { FirstDraft } from "#core/factory/steps/first-draft.ts";
import { generateDraft } from "#core/factory/steps/generate-draft.ts";
import { requestChange } from "#core/factory/steps/request-change.ts";
import { requestDraft } from "#core/factory/steps/request-draft.ts";
import { requestFiles } from "#core/factory/steps/request-files.ts";
import { putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { CallServices } from "#core/model/call.ts";
import { capabilitiesOf } from "#core/model/capabilities.ts";
import type { WithModels } from "#core/model/model-ids.ts";

type Services = WithLedger & WithArtifacts & CallServices & WithModels & WithPolicies & WithLibrary;

/**
 * Drafts the app: generates it from the plan's specification, or requests it from the architect. A change of a generated
 * app is merged into the released tree; one of an app that a model wrote is requested as edits of it. Idempotent: a step
 * that is repeated after a crash returns the stored draft. Throws ModelRefused, and as {@link startChange} and
 * {@link mergeRelease} do.
 */
export async function draftApp(services: Services, input: StepInput): Promise<{ manifest_sha256: string }> {
  const opened = await openMission(services, input);
  if (opened.state.manifest_sha256) return { manifest_sha256: opened.state.manifest_sha256 };
  opened.enter("ARCHITECTING");
  await startRunning(opened);
  const { change, project_name, specification } = opened.state.plan;
  const start = change ? await startChange(services, opened.state, change) : null;
  const design = await loadDesign(services, opened.state);
  const { manifest, by, actor, calls, slots } = await firstDraft(services, opened, design, start);
  const finish = (draft: Manifest) => ({ ...draft, project_name, files: withDesign(draft.files, design) });
  const store = (draft: Manifest) => putArtifact(services.artifacts, input.tenant, canonicalJson(draft));
  const drafts = finish(manifest);
  const isMerged = start !== null && specification !== undefined;
  const whole = isMerged ? mergeRelease(start, specification, drafts) : drafts;
  const sha256 = await store(whole);
  const generated = slots || isMerged ? await store(finish(slots?.generated ?? manifest)) : null;
  const drafted = missionSignal(
    "gantry.mission.drafted",
    {
      manifest_sha256: sha256,
      files: whole.files.length,
      attempt: 1,
      by,
      ...(generated === null ? {} : { generated_sha256: generated }),
      ...(slots?.left_out ? { left_out: slots.left_out } : {}),
    },
    { actor },
  );
  // If two runs drafted, the first draft is kept; both model calls are recorded.
  const { state } = await opened.append((current) => ({
    drafts: current?.manifest_sha256 ? calls : [...calls, drafted],
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

function firstDraft(
  services: Services,
  opened: OpenMission,
  design: Design | null,
  start: ChangeStart | null,
): Promise<FirstDraft> {
  const { plan }: Mission = opened.state;
  if (plan.specification)
    return generatedDraft(services, opened, { ...plan, specification: plan.specification }, start);
  if (start) return requestChange(services, opened, start);
  const { drafts } = capabilitiesOf(services.models.architect);
  return drafts === "files" ? requestFiles(services, opened, design) : requestDraft(services, opened, design);
}

/** The generated app, with the custom pages that a model writes, if it has any. Without them no model is called. */
async function generatedDraft(
  services: Services,
  opened: OpenMission,
  plan: Plan & { readonly specification: Planned },
  start: ChangeStart | null,
): Promise<FirstDraft> {
  const draft = await generateDraft(services, plan);
  const { specification } = plan;
  if (specification.kind === "site") return draft;
  const slots = start ? pagesToWrite(start, specification) : slotsOf(specification);
  if (slots.length === 0) return draft;
  const filled = await fillSlots(services, opened, draft.manifest, specification, slots);
  const pages = slots.map(({ name }) => name).join(", ");
  const left_out = filled.left_out === null ? null : `${pages}: ${filled.left_out}`.slice(0, 500);
  return {
    ...draft,
    manifest: filled.manifest,
    calls: filled.calls,
    slots: { generated: draft.manifest, left_out },
  };
}
