import { SEAL_FILE } from "#core/evidence/files.ts";
import { MAX_PACK_BYTES, openPack } from "#core/evidence/pack.ts";
import { allSignals } from "#core/evidence/root.ts";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import { release } from "#core/factory/admission.ts";
import { conversationRef } from "#core/factory/conversation/conversation.ts";
import { makeMissionPack } from "#core/factory/evidence/mission-pack.ts";
import { type MissionStatement, missionStatementSchema } from "#core/factory/evidence/mission-statement.ts";
import { recordsOf } from "#core/factory/evidence/records.ts";
import { addSeal, failSeal, finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missions, say } from "#core/factory/mission/missions.ts";
import type { StepInput } from "#core/factory/steps/context.ts";
import { changeSlots } from "#core/factory/steps/slots.ts";
import type { Seal } from "#core/governance/execution/execution.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import type { Outcome } from "#core/governance/execution/transition.ts";
import { endingDrafts } from "#core/governance/gate/plan.ts";
import { evidencePath, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { fromBase64 } from "#core/kernel/base64.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { ERRORS, type ErrorCode, GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

export interface SealInput extends StepInput {
  readonly outcome: Outcome;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

type Services = WithLedger & WithStore & WithWorkflows & WithArtifacts & WithVault & WithSigner & WithClock;

/** Ends the execution, seals its evidence and frees the slot. Run again, it finds what was done and goes on. */
export async function sealMission(services: Services, input: SealInput): Promise<{ phase: string }> {
  const ended = await endMission(services, input);
  const { phase } = ended.evidence ? ended : await sealEvidence(services, input, ended);
  await releaseSlot(services, input);
  return { phase };
}

/** What is left to do when no seal could be written: people see that, and no mission waits behind this one. */
export async function giveUpSeal(
  services: WithLedger & WithStore & WithClock & WithWorkflows,
  input: StepInput,
): Promise<void> {
  await markUnsealed(services, input);
  await releaseSlot(services, input);
}

/** Shows that the evidence of an ended mission could not be written. Changes nothing once it is sealed. */
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

/** Gives back the mission's slot, or its place in the queue. */
export async function releaseSlot(
  services: WithStore & WithClock & WithWorkflows,
  { tenant, mission_id }: StepInput,
): Promise<void> {
  await changeSlots(services, tenant, (state) => release(state, mission_id));
}

/**
 * Records how the mission ends, with its error: the last signals of its log. What was recorded first stands: a later run
 * knows less.
 */
async function endMission({ ledger }: Services, input: SealInput): Promise<Mission> {
  const { tenant, mission_id, outcome, error } = input;
  const { state } = await ledger.append(missions, missionRef(tenant, mission_id), (mission) => {
    if (!mission) throw new GantryError("NotFound", `There is no mission ${mission_id}.`);
    if (hasEnded(mission.state)) return null;
    const failed = error && !mission.error ? [say("gantry.mission.failed", readable(error))] : [];
    return { drafts: [...failed, ...endingDrafts(mission, outcome)] };
  });
  return state;
}

/** Writes the seal under its lock, reads it back, and only then shows the mission as sealed. */
async function sealEvidence(services: Services, input: SealInput, ended: Mission): Promise<Mission> {
  const seal = (await findSeal(services, input)) ?? (await writeSeal(services, input, ended));
  const time = new Date(services.clock.now()).toISOString();
  const ref = missionRef(input.tenant, input.mission_id);
  return services.ledger.amend<Mission>(missions, ref, (mission) =>
    mission.evidence ? null : addSeal(mission, seal, time),
  );
}

const readable = ({ code, message }: NonNullable<SealInput["error"]>) => ({
  code: codeOf(code),
  message: sentenceOf(message).slice(0, 2000),
});

/** A pack that an earlier run of this step sealed: it stands, whatever has happened since. */
async function findSeal({ vault }: Services, { tenant, mission_id }: SealInput): Promise<Seal | null> {
  const key = evidencePath(tenant, mission_id);
  const zip = await vault.read(key, MAX_PACK_BYTES);
  if (!zip) return null;
  const seal = openPack(zip).get(SEAL_FILE);
  if (!seal)
    throw new GantryError("EvidenceConflict", "What is sealed for this mission is not an evidence pack.");
  const { payload } = JSON.parse(new TextDecoder().decode(seal)) as { payload: string };
  const statement = missionStatementSchema.parse(JSON.parse(new TextDecoder().decode(fromBase64(payload))));
  const { version_id } = await vault.seal(key, zip, "application/zip");
  return sealOf(statement, sha256Hex(seal), version_id, key);
}

async function writeSeal(services: Services, input: SealInput, mission: Mission): Promise<Seal> {
  const events = await allSignals(services.ledger, missionRef(input.tenant, input.mission_id));
  const { zip, statement, seal_sha256 } = await makeMissionPack(services.signer, {
    events,
    consultation: await allSignals(services.ledger, conversationRef(input.tenant, mission.conversation_id)),
    records: await recordsOf(services.artifacts, mission),
    predicate: {
      tenant: mission.tenant,
      mission_id: mission.id,
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
  const key = evidencePath(input.tenant, input.mission_id);
  const { version_id } = await services.vault.seal(key, zip, "application/zip");
  return sealOf(statement, seal_sha256, version_id, key);
}

function sealOf({ predicate }: MissionStatement, seal_sha256: string, version_id: string, key: string): Seal {
  const { size, root } = predicate.events;
  return { tree_size: size, root, seal_sha256, version_id, key };
}

function codeOf(code: string): ErrorCode {
  if (Object.hasOwn(ERRORS, code)) return code as ErrorCode;
  return code === "States.Timeout" || code === "States.HeartbeatTimeout" ? "TimedOut" : "Internal";
}

/** Step Functions hands on a Lambda's error as JSON text; people want its sentence. */
function sentenceOf(cause: string): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === "string" ? errorMessage : cause;
  } catch {
    return cause;
  }
}
