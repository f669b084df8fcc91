import { release } from "#core/admission.ts";
import { evidencePath } from "#core/artifacts.ts";
import { fromBase64 } from "#core/base64.ts";
import { conversationRef } from "#core/conversation/conversation.ts";
import { ERRORS, type ErrorCode, GantryError } from "#core/errors.ts";
import { SEAL_FILE } from "#core/evidence/files.ts";
import { MAX_PACK_BYTES, makePack, openPack } from "#core/evidence/pack.ts";
import { recordsOf } from "#core/evidence/records.ts";
import { allSignals } from "#core/evidence/root.ts";
import { type Statement, statementSchema } from "#core/evidence/statement.ts";
import { finalState, hasEnded, type Outcome } from "#core/execution.ts";
import type { Factory } from "#core/factory.ts";
import { sha256Hex } from "#core/hash.ts";
import type { Change } from "#core/ledger/ledger.ts";
import { finalPhase, type Mission } from "#core/mission/mission.ts";
import { missionRef, missions, say } from "#core/mission/missions.ts";
import { phaseOf, type StepInput } from "#core/steps/context.ts";
import { changeSlots } from "#core/steps/slots.ts";

export interface SealInput extends StepInput {
  readonly outcome: Outcome;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

type Parts = Pick<
  Factory,
  "ledger" | "store" | "workflows" | "artifacts" | "vault" | "signer" | "policy" | "clock"
>;

/** Seals the evidence, ends the execution and frees the slot. Run again, it finds what was sealed and goes on. */
export async function sealMission(factory: Parts, input: SealInput): Promise<{ phase: string }> {
  const mission = await factory.ledger.load<Mission>(missionRef(input.tenant, input.mission_id));
  if (!mission) throw new GantryError("NotFound", `There is no mission ${input.mission_id}.`);
  const ended = hasEnded(mission.status) ? mission : await sealAndEnd(factory, input);
  await releaseSlot(factory, input);
  return { phase: ended.phase };
}

/** Gives back the mission's slot, or its place in the queue. */
export async function releaseSlot(
  factory: Pick<Factory, "store" | "clock" | "workflows" | "policy">,
  { tenant, mission_id }: StepInput,
): Promise<void> {
  await changeSlots(factory, tenant, (state) =>
    release(state, mission_id, factory.policy.missions.concurrent_missions),
  );
}

async function sealAndEnd(factory: Parts, input: SealInput): Promise<Mission> {
  const outcome = await conclude(factory, input);
  const sealed = (await findSeal(factory, input)) ?? (await writeSeal(factory, input, outcome));
  const { state } = await factory.ledger.append(
    missions,
    missionRef(input.tenant, input.mission_id),
    (current) => end(current as Mission, sealed),
  );
  return state;
}

/** Records how the mission ends, with its error. What was recorded first stands: a later run knows less. */
async function conclude({ ledger }: Parts, input: SealInput): Promise<Outcome> {
  const { outcome, error } = input;
  const { state } = await ledger.append(missions, missionRef(input.tenant, input.mission_id), (current) => {
    const mission = current as Mission;
    const phase = phaseOf(mission, { phase: "SEALING", attempt: mission.attempts });
    if (mission.conclusion !== null) return { drafts: phase };
    const failed = error && !mission.error ? [say("gantry.mission.failed", readable(error))] : [];
    return { drafts: [...phase, ...failed, say("gantry.mission.concluded", { outcome })] };
  });
  return state.conclusion ?? outcome;
}

const readable = ({ code, message }: NonNullable<SealInput["error"]>) => ({
  code: codeOf(code),
  message: sentenceOf(message).slice(0, 2000),
});

interface Sealed {
  readonly statement: Statement;
  readonly seal_sha256: string;
  readonly version_id: string;
  readonly key: string;
}

/** A pack that an earlier run of this step sealed: it stands, whatever has happened since. */
async function findSeal({ vault }: Parts, { tenant, mission_id }: SealInput): Promise<Sealed | null> {
  const key = evidencePath(tenant, mission_id);
  const zip = await vault.read(key, MAX_PACK_BYTES);
  if (!zip) return null;
  const seal = openPack(zip).get(SEAL_FILE);
  if (!seal)
    throw new GantryError("EvidenceConflict", "What is sealed for this mission is not an evidence pack.");
  const { payload } = JSON.parse(new TextDecoder().decode(seal)) as { payload: string };
  const statement = statementSchema.parse(JSON.parse(new TextDecoder().decode(fromBase64(payload))));
  const { version_id } = await vault.seal(key, zip, "application/zip");
  return { statement, seal_sha256: sha256Hex(seal), version_id, key };
}

async function writeSeal(factory: Parts, input: SealInput, outcome: Outcome): Promise<Sealed> {
  const ref = missionRef(input.tenant, input.mission_id);
  const events = await allSignals(factory.ledger, ref);
  const mission = events.reduce<Mission | null>(
    (state, signal) => missions.reduce(state, signal),
    null,
  ) as Mission;
  const { zip, statement, seal_sha256 } = await makePack(factory.signer, {
    events,
    consultation: await allSignals(factory.ledger, conversationRef(input.tenant, mission.conversation_id)),
    records: await recordsOf(factory.artifacts, mission),
    predicate: {
      tenant: mission.tenant,
      mission_id: mission.id,
      outcome,
      phase: finalPhase({ outcome, url: mission.url }),
      error: mission.error,
      plan_hash: mission.plan_hash,
      source: mission.build?.source_sha256
        ? { sha256: mission.build.source_sha256, git_tree: mission.build.source_git_tree as string }
        : null,
      output_sha256: mission.build?.output_sha256 ?? null,
      sealed_at: new Date(factory.clock.now()).toISOString(),
    },
  });
  const key = evidencePath(input.tenant, input.mission_id);
  const { version_id } = await factory.vault.seal(key, zip, "application/zip");
  return { statement, seal_sha256, version_id, key };
}

/** The last facts of a mission: what was sealed, and how it ended. */
function end(mission: Mission, { statement, seal_sha256, version_id, key }: Sealed): Change | null {
  if (hasEnded(mission.status)) return null;
  const { outcome, events } = statement.predicate;
  const started = { from: "CREATED", to: "RUNNING", outcome: null } as const;
  const ended = { from: "RUNNING", to: finalState(outcome), outcome } as const;
  const steps = mission.status === "CREATED" ? [started, ended] : [ended];
  return {
    drafts: [
      say("gantry.evidence.sealed", {
        tree_size: events.size,
        root: events.root,
        seal_sha256,
        version_id,
        key,
      }),
      ...steps.map((step) => say("gantry.execution.transitioned", step)),
    ],
  };
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
