import { finalPhase, type Mission } from "#core/factory/mission/mission.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import type { WorkingPhase } from "#core/factory/mission/phase.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { hasEnded } from "#core/governance/execution/states.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import type { Payer } from "#core/model/model-limits.ts";

/** The input of every step of the mission's state machine. */
export interface StepInput {
  readonly tenant: string;
  readonly mission_id: string;
}

type Ledgered = WithLedger;

/** The mission that a step works on: read once, and again only after a conflict with another writer. */
export interface OpenMission extends Omit<Opened<Mission>, "amend"> {
  readonly state: Mission;
  /**
   * Enters a phase, once per attempt. Its signal is stored in the transaction of the next signals; that transaction is
   * refused like {@link requireGoing}, because a new phase means new work.
   */
  enter(phase: WorkingPhase, attempt?: number): void;
}

/** Opens a mission that has not ended. Throws NotFound, and like {@link requireGoing}. */
export async function openMission(services: Ledgered, input: StepInput): Promise<OpenMission> {
  const opened = await openMissionAtGate(services, input);
  requireGoing(opened.state);
  return opened;
}

/** Opens a mission, also one that was cancelled or rejected while it waited at a gate. Throws NotFound. */
export async function openMissionAtGate(
  { ledger }: Ledgered,
  { tenant, mission_id }: StepInput,
): Promise<OpenMission> {
  const opened = await ledger.open(missions, missionRef(tenant, mission_id));
  if (!opened.state) throw new GantryError("NotFound", `There is no mission ${mission_id}.`);
  let entered: { readonly phase: WorkingPhase; readonly attempt: number } | undefined;
  const opening = (mission: Mission) => (entered ? phaseOf(mission, entered) : []);
  return {
    get state() {
      return opened.state as Mission;
    },
    enter: (phase, attempt = 0) => {
      entered = { phase, attempt };
    },
    append: (decide) =>
      opened.append((mission) => {
        const change = decide(mission);
        const phase = change ? opening(mission as Mission) : [];
        if (phase.length > 0) requireGoing(mission as Mission);
        return change && { ...change, drafts: [...phase, ...change.drafts] };
      }),
  };
}

/** The signal for entering a phase; none if the mission is already in it with this attempt. */
function phaseOf(mission: Mission, entered: { phase: WorkingPhase; attempt: number }): SignalDraft[] {
  const isIn = mission.phase === entered.phase && mission.phases.at(-1)?.attempt === entered.attempt;
  return isIn ? [] : [missionSignal("gantry.mission.phase_entered", entered)];
}

/** Throws Cancelled when a person requested cancellation, IllegalTransition when the mission has ended. */
export function requireGoing(mission: Mission): void {
  if (mission.cancel_requested_at) throw new GantryError("Cancelled", "The mission was cancelled.");
  if (hasEnded(mission.state))
    throw new GantryError("IllegalTransition", `The mission has already ended as ${finalPhase(mission)}.`);
}

/** Whether a person requested the mission's cancellation. */
export async function isCancelled({ ledger }: Ledgered, { tenant, mission_id }: StepInput): Promise<boolean> {
  const mission = await ledger.load<Mission>(missionRef(tenant, mission_id));
  return mission !== null && mission !== undefined && mission.cancel_requested_at !== null;
}

/**
 * Appends signals after the phase that was entered. With a dedupe key that was already used, appends only the phase.
 */
export async function record(mission: OpenMission, drafts: readonly SignalDraft[]): Promise<void> {
  const { duplicate_of } = await mission.append(() => ({ drafts }));
  if (duplicate_of) await recordPhase(mission);
}

/**
 * Records the entered phase at once, before long work or effects, so that people see it and a cancellation in the
 * meantime is noticed.
 */
export async function recordPhase(mission: OpenMission): Promise<void> {
  await mission.append(() => ({ drafts: [] }));
}

/** The signal with the usage of a model call, without its text. */
export function callFact(call: CallRecord): SignalDraft {
  return missionSignal("gantry.model.called", { ...call }, { actor: { kind: "agent", id: call.role } });
}

/** The tenant that pays for the mission's model calls, with the limits of its pinned policy. */
export async function payerOf(services: WithPolicies, mission: Mission): Promise<Payer> {
  return { tenant: mission.tenant, limits: (await policyOf(services, mission)).models };
}

/** The policy that the mission is pinned to. Throws Internal when it is missing or altered. */
export async function policyOf({ policies }: WithPolicies, mission: Mission): Promise<Policy> {
  const { policy } = mission.pins;
  if (!policy) throw new GantryError("Internal", "The mission has no pinned policy.");
  return policies.load(mission.tenant, policy);
}
