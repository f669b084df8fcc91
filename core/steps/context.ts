import { getJsonArtifact } from "#core/artifacts.ts";
import { GantryError } from "#core/errors.ts";
import { hasEnded } from "#core/execution.ts";
import type { Factory } from "#core/factory.ts";
import type { SignalDraft } from "#core/ledger/signal.ts";
import { type Manifest, manifestSchema } from "#core/manifest/manifest.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import type { WorkingPhase } from "#core/mission/phase.ts";
import type { CallRecord } from "#core/model/ask.ts";

/** What every step of the mission machine is told. */
export interface StepInput {
  readonly tenant: string;
  readonly mission_id: string;
}

type Ledgered = Pick<Factory, "ledger">;

/** The mission, still going. Throws NotFound, or Cancelled when a person asked to stop. */
export async function loadGoing({ ledger }: Ledgered, { tenant, mission_id }: StepInput): Promise<Mission> {
  const mission = await ledger.load<Mission>(missionRef(tenant, mission_id));
  if (!mission) throw new GantryError("NotFound", `There is no mission ${mission_id}.`);
  if (mission.cancel_requested_at) throw new GantryError("Cancelled", "The mission was cancelled.");
  if (hasEnded(mission.status))
    throw new GantryError("IllegalTransition", `The mission has ended as ${mission.phase}.`);
  return mission;
}

/** Whether a person asked the mission to stop. */
export async function isCancelled({ ledger }: Ledgered, { tenant, mission_id }: StepInput): Promise<boolean> {
  const mission = await ledger.load<Mission>(missionRef(tenant, mission_id));
  return mission !== null && mission !== undefined && mission.cancel_requested_at !== null;
}

/** Appends facts to the mission; a fact whose dedupe key was said before is not said again. */
export async function record(
  { ledger }: Ledgered,
  { tenant, mission_id }: StepInput,
  drafts: readonly SignalDraft[],
): Promise<Mission> {
  const { state } = await ledger.append(missions, missionRef(tenant, mission_id), () => ({ drafts }));
  return state;
}

/** Appends a fact that can be said once. Of two runs that say it differently, the first one stands. */
export async function recordFirst(factory: Ledgered, input: StepInput, draft: SignalDraft): Promise<Mission> {
  try {
    return await record(factory, input, [draft]);
  } catch (error) {
    if (!(error instanceof GantryError) || error.code !== "IdempotencyMismatch") throw error;
    return (await factory.ledger.load<Mission>(missionRef(input.tenant, input.mission_id))) as Mission;
  }
}

/** Says that a phase begins, once per phase and attempt. */
export async function enterPhase(
  factory: Ledgered,
  input: StepInput,
  phase: WorkingPhase,
  attempt = 0,
): Promise<Mission> {
  const { state } = await factory.ledger.append(
    missions,
    missionRef(input.tenant, input.mission_id),
    (mission) =>
      mission?.phase === phase && mission.phases.at(-1)?.attempt === attempt
        ? null
        : { drafts: [say("gantry.mission.phase_entered", { phase, attempt })] },
  );
  return state;
}

/** Says what a model call used; never what was asked or answered. */
export function callFact(call: CallRecord): SignalDraft {
  return say("gantry.model.called", { ...call }, { actor: { kind: "agent", id: call.role } });
}

export async function loadManifest(
  { artifacts }: Pick<Factory, "artifacts">,
  mission: Mission,
): Promise<Manifest> {
  if (!mission.manifest_sha256) throw new GantryError("Internal", "The mission has no draft yet.");
  return manifestSchema.parse(await getJsonArtifact(artifacts, mission.tenant, mission.manifest_sha256));
}
