import { allSignals } from "#core/evidence/root.ts";
import { sealPack } from "#core/evidence/seal-pack.ts";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import { release } from "#core/factory/admission.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import { makeMissionPack } from "#core/factory/evidence/mission-pack.ts";
import { missionStatementSchema } from "#core/factory/evidence/mission-statement.ts";
import { recordsOf } from "#core/factory/evidence/records.ts";
import { addSeal, failSeal, finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { recordRelease } from "#core/factory/project/record-release.ts";
import type { StepInput } from "#core/factory/steps/context.ts";
import { changeSlots } from "#core/factory/steps/slots.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { finalState, type Outcome } from "#core/governance/execution/transition.ts";
import { endingDrafts } from "#core/governance/gate/plan.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { readTaskError } from "#core/workflows/task-error.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

export interface SealInput extends StepInput {
  readonly outcome: Outcome;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

type Services = WithLedger & WithStore & WithWorkflows & WithArtifacts & WithVault & WithSigner & WithClock;

/**
 * Ends the execution, records the release of its project, seals its evidence and frees the slot. Idempotent: continues
 * after what was done.
 */
export async function sealMission(services: Services, input: SealInput): Promise<{ phase: string }> {
  const ended = await endMission(services, input);
  if (!ended.evidence) await recordRelease(services, ended);
  const { phase } = ended.evidence ? ended : await sealEvidence(services, input, ended);
  await releaseSlot(services, input);
  return { phase };
}

/** Ends the work on a mission whose seal could not be written: shows that and releases the slot. */
export async function giveUpSeal(
  services: WithLedger & WithStore & WithClock & WithWorkflows,
  input: StepInput,
): Promise<void> {
  await markUnsealed(services, input);
  await releaseSlot(services, input);
}

/** Marks that the evidence of an ended mission could not be written. Changes nothing once it is sealed. */
export async function markUnsealed(
  { ledger, clock }: WithLedger & WithClock,
  { tenant, mission_id }: StepInput,
): Promise<void> {
  const time = new Date(clock.now()).toISOString();
  await ledger.amend<Mission>(missions, missionRef(tenant, mission_id), (mission) =>
    hasEnded(mission.state) && mission.evidence === null && mission.phase !== "SEAL_FAILED"
      ? failSeal(mission, time)
      : null,
  );
}

/** Releases the mission's slot or its place in the queue. */
export async function releaseSlot(
  services: WithStore & WithClock & WithWorkflows,
  { tenant, mission_id }: StepInput,
): Promise<void> {
  await changeSlots(services, tenant, (state) => release(state, mission_id));
}

/**
 * Records the end of the mission and its error as the last signals of its log. An ending that is already recorded is
 * kept, because it is based on more information.
 */
async function endMission({ ledger }: Services, input: SealInput): Promise<Mission> {
  const { tenant, mission_id, outcome, error } = input;
  const { state } = await ledger.append(missions, missionRef(tenant, mission_id), (mission) => {
    if (!mission) throw new GantryError("NotFound", `There is no mission ${mission_id}.`);
    if (hasEnded(mission.state)) return null;
    const failed =
      error && !mission.error ? [missionSignal("gantry.mission.failed", readTaskError(error))] : [];
    return { drafts: [...failed, ...endingDrafts(mission, reachable(mission, outcome, error?.code))] };
  });
  return state;
}

/** The outcome that the state permits: a mission that waits or was rejected at a gate cannot end as a success. */
function reachable({ state }: Mission, outcome: Outcome, code: string | undefined): Outcome {
  const isRejected = state === "WAITING_FOR_HUMAN" || state === "REJECTED";
  if (!isRejected || finalState(outcome) === "TERMINATED") return outcome;
  if (code === "Cancelled") return "cancelled";
  return code === "TimedOut" ? "timed_out" : "rejected";
}

/** Writes the pack under Object Lock, reads it back, and only then adds the seal to the mission. */
async function sealEvidence(services: Services, input: SealInput, ended: Mission): Promise<Mission> {
  const seal = await sealPack(services, ended, {
    make: () => packOf(services, ended),
    read: (statement) => missionStatementSchema.parse(statement),
  });
  const time = new Date(services.clock.now()).toISOString();
  const ref = missionRef(input.tenant, input.mission_id);
  return services.ledger.amend<Mission>(missions, ref, (mission) =>
    mission.evidence ? null : addSeal(mission, seal, time),
  );
}

async function packOf(services: Services, mission: Mission) {
  const { tenant, id, conversation_id } = mission;
  return makeMissionPack(services.signer, {
    events: await allSignals(services.ledger, missionRef(tenant, id)),
    consultation: await allSignals(services.ledger, conversationRef(tenant, conversation_id)),
    records: await recordsOf(services.artifacts, mission),
    predicate: {
      tenant,
      mission_id: id,
      outcome: mission.outcome as Outcome,
      phase: finalPhase(mission),
      error: mission.error,
      plan_hash: mission.plan_hash,
      source: mission.build?.source_sha256
        ? { sha256: mission.build.source_sha256, git_tree: mission.build.source_git_tree as string }
        : null,
      output_sha256: mission.build?.output_sha256 ?? null,
      sealed_at: new Date(services.clock.now()).toISOString(),
    },
  });
}
